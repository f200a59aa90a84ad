// other_languages_test.cc - small help centres in languages whose ranking is measured, or for which no judged
// set is at hand: what a question finds, in another form of its words, with the marks of typography and
// without any.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_index.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

struct Centre {
  const char* lang;
  // Of the articles "password", "account" and "invoice": title and text.
  const char* articles[3][2];
  // Each with the article that has to come first.
  std::vector<std::pair<const char*, const char*>> questions;
};

const std::vector<Centre>& centres() {
  static const std::vector<Centre> all = {
      {"ar",
       {{"تغيير كلمة المرور", "افتح الإعدادات ثم اختر الأمان. اكتب كلمة المرور الجديدة مرتين."},
        {"حذف الحساب", "يمكن للمستخدمين حذف حساباتهم من صفحة الملف الشخصي. لا يمكن استعادة البيانات."},
        {"دفع الفاتورة", "تصل الفواتير في أول كل شهر. ادفع بالبطاقة أو بالتحويل المصرفي."}},
       {{"كيف أغيّر كلمة مرور جديدة؟", "password"},
        {"ما هي اعدادات الامان", "password"},
        {"كيف يحذف المستخدم حسابه؟", "account"},
        {"متى تصل الفاتورة؟", "invoice"}}},
      {"el",
       {{"Αλλαγή κωδικού πρόσβασης",
         "Ανοίξτε τις ρυθμίσεις και επιλέξτε ασφάλεια. Γράψτε τον νέο κωδικό δύο φορές."},
        {"Διαγραφή λογαριασμού", "Οι χρήστες διαγράφουν τους λογαριασμούς τους από τη σελίδα του προφίλ."},
        {"Πληρωμή τιμολογίου", "Τα τιμολόγια έρχονται κάθε μήνα. Πληρώστε με κάρτα."}},
       {{"Πώς αλλάζω τους κωδικούς μου;", "password"},
        {"ΠΟΥ ΕΙΝΑΙ ΟΙ ΛΟΓΑΡΙΑΣΜΟΙ", "account"},
        {"πως διαγραφω εναν λογαριασμο", "account"},
        {"Πότε έρχεται το τιμολόγιο;", "invoice"}}},
      {"fa",
       {{"تغییر رمز عبور", "تنظیمات را باز کنید و امنیت را انتخاب کنید. رمز تازه را دو بار بنویسید."},
        {"حذف حساب کاربری",
         "کاربران می‌توانند حساب خود را از صفحهٔ نمایه حذف "
         "کنند."},
        {"پرداخت صورتحساب",
         "صورتحساب اول هر ماه می‌رسد. با کارت بپردازید."}},
       {{"چگونه رمز عبور را تغيير دهم؟", "password"},  // with an Arabic yeh
        {"چطور حساب كاربري را حذف كنم", "account"},
        {"صورتحساب کی می‌رسد؟", "invoice"}}},
      {"he",
       {{"שינוי סיסמה", "פתחו את ההגדרות ובחרו אבטחה. כתבו את הסיסמה החדשה פעמיים."},
        {"מחיקת חשבון", "משתמשים מוחקים את החשבון בדף הפרופיל. דו\"ח נשלח אליכם."},
        {"תשלום חשבונית", "החשבונית מגיעה בתחילת כל חודש. שלמו בכרטיס."}},
       {{"איך אני מבצע שִׁינּוּי סיסמה?", "password"},
        {"דו״ח על מחיקת חשבון", "account"},
        {"מתי החשבונית מגיעה?", "invoice"}}},
      {"hi",
       {{"पासवर्ड बदलना", "सेटिंग खोलें और सुरक्षा चुनें। नया पासवर्ड दो बार लिखें। पुराना क़ानून लागू है।"},
        {"खाता हटाना", "उपयोगकर्ता प्रोफ़ाइल के पृष्ठ से अपने खाते हटा सकते हैं। हिन्दी में सहायता मिलती है।"},
        {"बिल का भुगतान", "बिल हर महीने की शुरुआत में आता है। कार्ड से भुगतान करें।"}},
       {{"मैं अपना पासवर्ड कैसे बदल सकता हूँ?", "password"},
        {"कानून कहाँ लागू है?", "password"},
        {"खातों को कैसे हटाया जाता है?", "account"},
        {"हिंदी में सहायता", "account"},
        {"बिलों का भुगतान कब करना है?", "invoice"}}},
      {"ro",
       {{"Schimbarea parolei",
         "Deschideți setările și alegeți securitatea. Scrieți parola nouă de două ori."},
        {"Ștergerea contului",
         "Utilizatorii își șterg conturile din pagina profilului. Aplicaţia confirmă ștergerea."},
        {"Plata facturii", "Factura sosește la începutul fiecărei luni. Plătiți cu cardul."}},
       {{"Cum îmi pot schimba parolele?", "password"},
        {"unde sunt setarile", "password"},
        {"Cum şterg un cont de utilizator?", "account"},  // with a cedilla
        {"aplicația confirmă", "account"},
        {"Când sosesc facturile?", "invoice"}}},
      {"ru",
       {{"Изменение пароля", "Откройте настройки и выберите безопасность. Введите новый пароль дважды."},
        {"Удаление учётной записи", "Пользователи удаляют свои учётные записи на странице профиля."},
        {"Оплата счёта", "Счета приходят в начале каждого месяца. Платите картой."}},
       {{"Как мне изменить свои пароли?", "password"},
        {"Где находится настройка безопасности?", "password"},
        {"Как пользователю удалить учетную запись?", "account"},
        {"Когда приходит счет?", "invoice"}}},
      {"th",
       {{"เปลี่ยนรหัสผ่าน", "เปิดการตั้งค่าแล้วเลือกความปลอดภัย พิมพ์รหัสผ่านใหม่สองครั้ง"},
        {"ลบบัญชี", "ผู้ใช้ลบบัญชีได้จากหน้าโปรไฟล์"},
        {"ชำระใบแจ้งหนี้", "ใบแจ้งหนี้มาถึงทุกต้นเดือน ชำระด้วยบัตร"}},
       {{"ฉันจะเปลี่ยนรหัสผ่านได้อย่างไร", "password"}, {"ลบบัญชีที่ไหน", "account"}}},
      {"tr",
       {{"Parola değiştirme", "Ayarları açın ve güvenliği seçin. Yeni parolayı iki kez yazın."},
        {"Hesabın silinmesi",
         "Kullanıcılar hesaplarını profil sayfasından siler. İstanbul'daki ofise yazın."},
        {"Faturanın ödenmesi", "Faturalar her ayın başında gelir. Kartla ödeyin."}},
       {{"Parolamı nasıl değiştirebilirim?", "password"},
        {"Hangi ayar güvenlik içindir?", "password"},
        {"Hesabımı nasıl silerim?", "account"},
        {"ISTANBUL’da ofis var mı", "account"},
        {"Fatura ne zaman gelir?", "invoice"}}},
      {"uk",
       {{"Зміна пароля",
         "Відкрийте налаштування та виберіть безпеку. Введіть новий пароль двічі. Підтвердьте ім’я."},
        {"Видалення облікового запису", "Користувачі видаляють обліковий запис на сторінці профілю."},
        {"Оплата рахунку", "Рахунок надходить на початку кожного місяця."}},
       {{"Де мої налаштування й безпека?", "password"},
        {"ім'я", "password"},
        {"Коли надходить рахунок?", "invoice"}}},
      {"vi",
       {{"Đổi mật khẩu", "Mở phần cài đặt rồi chọn bảo mật. Nhập mật khẩu mới hai lần. Hoà bình."},
        {"Xóa tài khoản", "Người dùng xóa tài khoản của mình ở trang hồ sơ. Mặt bàn."},
        {"Thanh toán hóa đơn", "Hóa đơn đến vào đầu mỗi tháng. Trả bằng thẻ."}},
       {{"Làm thế nào để tôi đổi mật khẩu?", "password"},
        {"doi mat khau", "password"},
        {"hòa bình", "password"},
        {"mặt", "account"},
        {"Xoá tài khoản ở đâu?", "account"},
        {"Khi nào hoá đơn đến?", "invoice"}}}};
  return all;
}

TEST(OtherLanguages, FindWhatAQuestionIsAbout) {
  constexpr const char* kIds[] = {"password", "account", "invoice"};
  for (const Centre& centre : centres()) {
    std::vector<Document> documents;
    for (size_t i = 0; i < 3; ++i)
      documents.push_back(
          make_document(kIds[i], centre.articles[i][0], {centre.articles[i][1]}, centre.lang));
    const TestIndex index(documents);
    for (const auto& [question, want] : centre.questions) {
      const std::vector<std::string> ids = index.ids(question);
      ASSERT_THAT(ids, Not(IsEmpty())) << centre.lang << ' ' << question;
      EXPECT_EQ(ids.front(), want) << centre.lang << ' ' << question;
    }
  }
}

// A question in another language than the page's has function words all the same.
TEST(OtherLanguages, AreToldByTheirFunctionWords) {
  const TestIndex index({make_document("druck", "Drucker", {"So wird das Papier eingelegt."}, "de"),
                         make_document("wie", "Kleinigkeiten", {"Wie, wann und wo man was macht."}, "de"),
                         make_document("print", "Printer", {"How to put the paper in."}),
                         make_document("how", "Trifles", {"How and when you do what you do."})});
  EXPECT_EQ(index.ids("wie wird der Drucker und das Papier").front(), "druck");
  EXPECT_EQ(index.ids("how do I print and the paper", "de").front(), "print");
}

// Small words that a hyphen ties say as little as they do alone, also where the index has them as a name.
TEST(OtherLanguages, TieSmallWordsByHyphens) {
  const TestIndex romanian(
      {make_document("born", "Poetul", {"S-a născut la Ipotești, într-un sat."}, "ro"),
       make_document("other", "Orașul", {"S-a construit un pod și s-a deschis într-o zi. S-a spus."}, "ro")});
  EXPECT_THAT(romanian.ids("Unde s-a născut poetul?"), ElementsAre("born"));
  EXPECT_THAT(romanian.ids("într-un sat"), ElementsAre("born"));
  const TestIndex french(
      {make_document("where", "La carte", {"Elle se trouve dans le menu."}, "fr"),
       make_document("other", "Questions", {"Est-ce que tu viens ? Qu'est-ce que c'est ?"}, "fr")});
  EXPECT_THAT(french.ids("Où est-ce que se trouve la carte ?"), ElementsAre("where"));
  const TestIndex english({make_document("sign", "Sign-in", {"Sign-in needs a password."}),
                           make_document("todo", "To-do", {"A to-do list."})});
  EXPECT_THAT(english.ids("to-do list"), ElementsAre("todo"));
}

// A kind: nothing is lost by what typography, phones and other keyboards put in place of plain quotes and
// dashes.
TEST(OtherLanguages, NothingIsLostByQuotesAndDashes) {
  const TestIndex index({make_document("right", "Reset your password",
                                       {"Open the app; don't share it. \u05D3\u05D5\u05F4\u05D7"}),
                         make_document("other", "Billing", {"Invoices are sent."})});
  constexpr std::pair<const char*, const char*> kQuotes[] = {
      {"“", "”"},   {"”", "”"},   {"„", "“"},   {"„", "”"},   {"‟", "”"}, {"«", "»"},   {"»", "«"},
      {"« ", " »"}, {"‹", "›"},   {"‘", "’"},   {"‚", "‘"},   {"‛", "’"}, {"「", "」"}, {"『", "』"},
      {"〝", "〞"}, {"〝", "〟"}, {"＂", "＂"}, {"\"", "\""}, {"'", "'"}, {"`", "`"},   {"``", "''"},
      {"″", "″"},   {"′", "′"},   {"´", "´"},   {"❝", "❞"},   {"“", ""},  {"", "”"},    {"", "\""},
      {"„", ""},    {"", "»"},    {"", "’"}};
  constexpr const char* kDashes[] = {"–",  "—",  "―", "‒",   "‐", "‑", "−",  "-",
                                     "--", "—-", "…", "...", "·", "•", "～", "／"};
  std::vector<std::string> queries = {"don’t share", "don‘t share",  "don`t share", "don´t share",
                                      "donʼt share", "don＇t share", "dont share"};
  for (const auto& [open, close] : kQuotes) {
    const std::string o = open;
    const std::string c = close;
    for (const std::string& query : {o + "password" + c, o + "reset your password" + c,
                                     o + "password reset" + c, "reset " + o + "password" + c,
                                     o + "password" + c + " reset", "reset " + o + "your" + c + " password?",
                                     o + "password" + c + ", reset", "(" + o + "password" + c + ")",
                                     o + "wombat" + c + " password", o + "reset your app" + c + " password"})
      queries.push_back(query);
  }
  for (const std::string dash : kDashes) {
    for (const std::string& query :
         {"reset " + dash + " password", "reset" + dash + "password", dash + " password", "password " + dash,
          "password" + dash, "reset password " + dash + " how?"})
      queries.push_back(query);
    if (dash != "-") queries.push_back("reset " + dash + "password");  // which alone excludes
  }
  for (const std::string& query : queries) EXPECT_THAT(index.ids(query), ElementsAre("right")) << query;
}

}  // namespace
}  // namespace signpost
