// text_language_test.cc - languages from letters, and those that letters do not tell.
#include "content/text_language.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(LetterCountTest, LanguagesThatLettersTell) {
  struct Case {
    const char* text;
    const char* want;
  };
  const Case cases[] = {
      {"# 비밀번호 바꾸기\n\n설정에서 비밀번호를 바꾸세요.", "ko"},
      {"# Docker 설치\n\n`docker run` 명령으로 컨테이너를 시작하세요.", "ko"},
      {"# パスワードを変更する\n\n設定を開きます。", "ja"},
      {"# メニュー", "ja"},
      {"# 更改密码\n\n打开设置，然后选择安全。", "zh"},
      {"# เปลี่ยนรหัสผ่าน", "th"},
      {"# שינוי סיסמה", "he"},
      {"# Αλλαγή κωδικού", "el"},
      {"# تغيير كلمة المرور\n\nافتح الإعدادات ثم اختر الأمان.", "ar"},
      {"# تغییر گذرواژه\n\nتنظیمات را باز کنید و گزینهٔ امنیت را انتخاب کنید.", "fa"},
      {"# پاس ورڈ تبدیل کریں\n\nترتیبات کھولیں اور سیکیورٹی منتخب کریں۔", "ur"},
      {"# Смена пароля\n\nОткройте настройки и выберите новый пароль, чтобы войти.", "ru"},
      {"# Зміна пароля\n\nВідкрийте налаштування і виберіть новий пароль.", "uk"},
      {"# Промяна на парола\n\nОтворете настройките.", ""},  // Bulgarian has no letter of its own
      {"# Промена лозинке\n\nОтворите подешавања и изаберите њену страницу.", ""},
      {"# पासवर्ड बदलें", ""},  // Hindi, Marathi, Nepali
      {"# Passwort ändern", ""},
      {"", ""},
      {"---\ntitle: 제목\n---\n\nPlain English.", ""},
      {"Run this:\n\n```\n한국어 한국어 한국어\n```\n", ""},
  };
  for (const Case& c : cases) {
    LetterCount count;
    count.add(c.text);
    EXPECT_EQ(count.language().code, c.want) << c.text;
  }
}

TEST(LetterCountTest, EnglishUnlessWordsSpeakAgainstIt) {
  const std::string german =
      "Öffnen Sie die Einstellungen und wählen Sie ein neues Kennwort. Danach melden Sie sich auf allen "
      "Geräten neu an. Wer sein Kennwort vergessen hat, bekommt einen Code an seine Adresse geschickt, der "
      "zehn Minuten lang gilt und nur einmal eingegeben werden kann, auch auf mehreren Geräten.";
  const std::string english =
      "Open the settings and choose a new password. You are then asked to sign in again on all of your "
      "devices. If you forgot the password, we send a code to your address, which is good for ten minutes "
      "and can be used once only, even with several devices. Ask the support team for help.";
  const std::pair<std::string, bool> cases[] = {{german + german, false}, {english, true}, {"Kurz", true}};
  for (const auto& [text, want] : cases) {
    LetterCount count;
    count.add(text);
    EXPECT_EQ(count.language().english, want) << text;
  }
}

}  // namespace
}  // namespace signpost
