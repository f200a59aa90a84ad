// query.cc - fuzz target: the text of a query, searched and completed in a small index of three languages.
#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/search_parameters.h"
#include "net/url.h"
#include "search/query_syntax.h"
#include "test_index.h"
#include "tests/fuzz/fuzz.h"

using signpost::fuzz::require;
using signpost::fuzz::require_utf8;

namespace {

const signpost::Searcher& searcher() {
  using signpost::make_document;
  static const signpost::TestIndex index({
      make_document("install", "Install the desktop app",
                    {"Download the installer.", "Windows 10: Run setup.exe -q C++ C# foo_bar.baz"}),
      make_document("password", "Reset your password",
                    {"Choose a new password.", "Forgotten: Ask for a link by e-mail."}),
      make_document("snake", "snake_case and camelCase names", {"readMe.txt 1.2.3 0xFF don't naïve café"}),
      make_document("install", "데스크톱 앱 설치하기",
                    {"설치 프로그램을 내려받아 실행합니다.", "요구 사항: 메모리 4GB"}, "ko"),
      make_document("password", "パスワードをリセットする",
                    {"新しいパスワードを選びます。", "忘れたとき: メールでリンクを送ります。"}, "ja"),
  });
  return index.searcher();
}

void check_runs(const signpost::Runs& runs) {
  for (const signpost::Run& run : runs) {
    require_utf8(run.text, "a run of a snippet or title is UTF-8");
    require(!run.text.empty(), "no run is empty");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = signpost::fuzz::text_of(data, size);
  const signpost::ParsedQuery parsed = signpost::parse_query(text);
  require(parsed.text.size() <= signpost::kMaxQueryBytes, "a query is cut to its limit");
  require(parsed.parts.size() <= signpost::kMaxQueryWords, "words are cut to their limit");
  for (const char* lang : {"en", "ko", "ja", ""}) {
    signpost::SearchRequest request;
    request.text = text;
    request.lang = lang;
    request.explain = true;
    request.today = 20000;
    const signpost::SearchResponse response = searcher().search(request);
    for (const signpost::Hit& hit : response.hits) {
      check_runs(hit.title_runs);
      check_runs(hit.snippet);
    }
    require(!nlohmann::json::parse(signpost::to_text(signpost::search_json(request, response))).empty(),
            "an answer is JSON");
    for (const signpost::Suggestion& suggestion : searcher().suggest(text, lang)) {
      check_runs(suggestion.title_runs);
      check_runs(suggestion.section_runs);
    }
  }
  // As it comes in a URL: never an exception, and an error for what is wrong.
  const signpost::Parameters parameters = signpost::parse_query_string(text);
  const signpost::SearchParameters read = signpost::parse_search_parameters(parameters, "en");
  if (read.errors.empty()) searcher().search(read.request);
  return 0;
}
