#include "help_centre.h"

namespace signpost {

std::vector<Document> help_centre() {
  std::vector<Document> d = {
      make_document("reset-password", "Reset your password",
                    {"Forgot it? Use the link on the sign-in page.",
                     "On a phone: Tap the menu, then Security, then Reset password.",
                     "Rules: A password has twelve characters."}),
      make_document("sign-in", "Sign in", {"Enter your name and your password. Then press Enter."}),
      make_document("install", "Install the app", {"Download the package. Installing takes a minute."}),
      make_document("errors", "Error messages",
                    {"ERR_CONNECTION_RESET means the network failed. See also 0x80070005."}),
      make_document("cpp", "Containers", {"std::vector grows. Use node.js elsewhere."}),
      make_document("billing", "Billing", {"We send invoices every month."}),
      make_document("how-do-i-reset", "How do I start over?", {"My phone is locked."}),
      make_document("shinkansen", "新幹線の予約", {"新幹線を予約します。"}, "ja"),
      make_document("kansen", "幹線道路", {"幹線道路の工事です。新しい道。"}, "ja"),
      make_document("green", "グリーン車", {"グリーン車に乗る。"}, "ja"),
      make_document("ring", "リングの交換", {"リングを交換する。"}, "ja"),
      make_document("server", "サーバーの設定", {"サーバーを設定します。"}, "ja"),
      make_document("reset-password", "비밀번호 재설정",
                    {"비밀번호를 잊으셨나요? 로그인 화면의 링크를 누르세요."}, "ko"),
      make_document("error-404", "오류 코드404", {"페이지를 찾을 수 없습니다."}, "ko"),
      make_document("docker", "도커에서 실행", {"컨테이너 이미지를 받습니다."}, "ko"),
  };
  d[0].fields.set(Field::category, "account");
  d[1].fields.set(Field::category, "account");
  d[2].fields.set(Field::category, "start");
  d[0].fields[Field::tag] = {"Security", "login"};
  d[1].fields[Field::tag] = {"login"};
  d[2].fields.set(Field::level, "basic");
  d[6].kind = Kind::community;
  d[6].solved = true;
  d[6].votes = 7;
  d[6].posts = {{"ann", "2026-01-01", 7, false, "question", "<p>q</p>"},
                {"bob", "2026-01-02", 2, true, "answer-1", "<p>a</p>"}};
  d[0].aliases = {"/old/reset"};
  d[0].updated = "2026-10-01";
  return d;
}

const TestIndex& help_centre_index() {
  static const TestIndex index(help_centre(), three_languages(), 2);
  return index;
}

const IndexReader& help_centre_reader() {
  static const IndexReader reader(help_centre_index().dir());
  return reader;
}

const FacetIndex& help_centre_facets() {
  static const FacetIndex facets(help_centre_reader());
  return facets;
}

}  // namespace signpost
