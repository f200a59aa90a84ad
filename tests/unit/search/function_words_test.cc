// function_words_test.cc - what is left of a question in each language.
#include "search/function_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "index/analyzer.h"
#include "index/stemmer.h"

namespace signpost {
namespace {

class Content : public TokenSink {
 public:
  explicit Content(const char* lang) : lang_(lang) {}
  void token(const Token& t) override {
    if (t.kind != TokenKind::word || is_function_word(t.surface, lang_)) return;
    if (!left.empty()) left += ' ';
    left += t.surface;
  }
  std::string left;

 private:
  const char* lang_;
};

struct Question {
  const char* lang;
  const char* text;
  const char* left;
};

// "How can I change my password?", "Where is ...?", "Which ... are there?" and the like.
constexpr Question kQuestions[] = {
    {"af", "Hoe kan ek my wagwoord verander?", "wagwoord verander"},
    {"ar", "كيف يمكنني تغيير كلمة المرور الخاصة بي في التطبيق؟",
     "يمكنني تغيير كلمة المرور الخاصة بي التطبيق"},
    {"ar", "ما هي المدينة التي كانت عاصمة أَثناء الحرب؟", "المدينة عاصمة الحرب"},
    {"bg", "Как мога да сменя паролата си?", "мога сменя паролата"},
    {"bn", "আমি কীভাবে আমার পাসওয়ার্ড পরিবর্তন করতে পারি?", "পাসওয়ার্ড পরিবর্তন"},
    {"ca", "Com puc canviar la contrasenya del meu compte?", "canviar contrasenya compte"},
    {"cs", "Jak si mohu změnit své heslo?", "změnit heslo"},
    {"da", "Hvordan kan jeg ændre min adgangskode?", "ændre adgangskode"},
    {"de", "Wie kann ich mein Passwort ändern?", "passwort ändern"},
    {"el", "Πώς μπορώ να αλλάξω τον κωδικό μου;", "αλλάξω κωδικό"},
    {"el", "ΠΟΙΕΣ ΕΙΝΑΙ ΟΙ ΡΥΘΜΙΣΕΙΣ ΤΗΣ ΕΦΑΡΜΟΓΗΣ;", "ρυθμισεισ εφαρμογησ"},
    {"en", "How can I change my password?", "change password"},
    {"es", "¿Cómo puedo cambiar la contraseña de mi cuenta?", "cambiar contraseña cuenta"},
    {"et", "Kuidas ma saan oma parooli muuta?", "oma parooli muuta"},
    {"eu", "Nola alda dezaket nire pasahitza?", "alda dezaket pasahitza"},
    {"fa", "چگونه می‌توانم رمز خود را در این برنامه تغییر دهم؟",
     "میتوانم رمز برنامه تغییر دهم"},
    {"fi", "Miten voin vaihtaa salasanan?", "vaihtaa salasanan"},
    {"fr", "Comment est-ce que je peux changer mon mot de passe ?", "changer mot passe"},
    {"ga", "Conas is féidir liom mo phasfhocal a athrú?", "phasfhocal athrú"},
    {"he", "איך אני יכול לשנות את הסיסמה שלי?", "לשנות הסיסמה"},
    {"hi", "मैं अपना पासवर्ड कैसे बदल सकता हूँ?", "पासवर्ड बदल"},
    {"hr", "Kako mogu promijeniti svoju lozinku?", "promijeniti lozinku"},
    {"hu", "Hogyan lehet a jelszót megváltoztatni?", "jelszót megváltoztatni"},
    {"hy", "Ինչպես կարող եմ փոխել իմ գաղտնաբառը", "փոխել գաղտնաբառը"},
    {"id", "Bagaimana saya dapat mengubah kata sandi saya?", "mengubah kata sandi"},
    {"is", "Hvernig get ég breytt lykilorðinu mínu?", "breytt lykilorðinu mínu"},
    {"it", "Come posso cambiare la password del mio account?", "cambiare password account"},
    {"ja", "how to", ""},
    {"km", "តើខ្ញុំអាច", "តើ"},
    {"ko", "how to", ""},
    {"lo", "ຂ້ອຍ ຈະ ປ່ຽນ", "ປ່ຽນ"},
    {"lt", "Kaip galiu pakeisti savo slaptažodį?", "pakeisti slaptažodį"},
    {"lv", "Kā es varu nomainīt savu paroli?", "nomainīt paroli"},
    {"ms", "Bagaimanakah saya boleh menukar kata laluan?", "menukar kata laluan"},
    {"my", "ဘယ်လို", ""},
    {"nb", "Hvordan kan jeg endre passordet mitt?", "endre passordet"},
    {"ne", "म आफ्नो पासवर्ड कसरी बदल्न सक्छु?", "पासवर्ड बदल्न सक्छु"},
    {"nl", "Hoe kan ik mijn wachtwoord wijzigen?", "wachtwoord wijzigen"},
    {"nn", "Korleis kan eg endre passordet mitt?", "endre passordet"},
    {"pl", "Jak mogę zmienić swoje hasło?", "zmienić hasło"},
    {"pt-BR", "Como posso alterar a senha da minha conta?", "alterar senha conta"},
    {"ro", "Cum îmi pot schimba parola și care sunt setările contului?", "schimba parola setările contului"},
    {"ru", "Как я могу изменить свой пароль?", "изменить пароль"},
    {"sk", "Ako si môžem zmeniť svoje heslo?", "zmeniť heslo"},
    {"sl", "Kako lahko spremenim svoje geslo?", "spremenim geslo"},
    {"sr", "Како могу да променим своју лозинку?", "променим лозинку"},
    {"sv", "Hur kan jag ändra mitt lösenord?", "ändra lösenord"},
    {"ta", "நான் எனது கடவுச்சொல்லை எப்படி மாற்ற முடியும்?", "கடவுச்சொல்லை மாற்ற"},
    {"th", "ฉันจะเปลี่ยนรหัสผ่านได้อย่างไร", "เปลี่ยน รหัส ผ่าน"},
    {"tr", "Parolamı nasıl değiştirebilirim ve ayarlar nerededir?", "parolamı değiştirebilirim ayarlar"},
    {"uk", "Як я можу змінити свій пароль?", "змінити пароль"},
    {"ur", "میں اپنا پاس ورڈ کیسے تبدیل کر سکتا ہوں؟", "پاس ورڈ تبدیل ہوں"},
    {"vi", "Làm thế nào để tôi đổi mật khẩu của mình?", "đổi mật khẩu"},
    {"yi", "ווי קען איך ענדערן מיין פּאַראָל?", "ענדערן פאראל"},
    {"zh", "how to", ""}};

TEST(FunctionWords, LeaveWhatAQuestionIsAbout) {
  for (const Question& c : kQuestions) {
    Content content(c.lang);
    Analyzer(c.lang).analyze(c.text, 0, content);
    EXPECT_EQ(content.left, c.left) << c.lang;
  }
}

TEST(FunctionWords, AreTestedInEachLanguageThatHasAListOrAStemmer) {
  std::set<std::string_view> tested;
  for (const Question& c : kQuestions) tested.insert(std::string_view(c.lang).substr(0, 2));
  for (const std::string_view lang : stemmed_languages()) {
    EXPECT_TRUE(tested.contains(lang) || lang == "bs" || lang == "no") << lang;
  }
  for (const std::string_view lang : function_word_languages())
    EXPECT_TRUE(tested.contains(lang) || lang == "no") << lang;
}

TEST(FunctionWords, AreThoseOfOneLanguage) {
  EXPECT_TRUE(is_function_word("die", "de"));
  EXPECT_FALSE(is_function_word("die", "en"));
  EXPECT_TRUE(is_function_word("là", "vi"));   // "is"
  EXPECT_FALSE(is_function_word("lá", "vi"));  // "leaf"
  EXPECT_TRUE(is_function_word("ou", "fr"));
  EXPECT_TRUE(is_function_word("où", "fr"));
  EXPECT_TRUE(is_function_word("šta", "bs"));
  EXPECT_FALSE(is_function_word("the", "tlh"));
}

TEST(FunctionWords, TellTheLanguage) {
  struct Case {
    std::vector<std::string_view> words;
    size_t want;
  };
  const std::vector<std::string_view> languages = {"de", "en", "vi"};
  const Case cases[] = {{{"wie", "kann", "ich", "drucken"}, 0},
                        {{"how", "do", "i", "print"}, 1},
                        {{"in", "was"}, 0},  // of both: the first
                        {{"làm", "thế", "nào"}, 2},
                        {{"drucken"}, 3},
                        {{}, 3}};
  for (const Case& c : cases) EXPECT_EQ(language_by_function_words(c.words, languages), c.want);
}

}  // namespace
}  // namespace signpost
