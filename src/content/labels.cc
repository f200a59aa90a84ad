// labels.cc - the few words that rendering adds to an author's text, in the languages of the product.
// Tested by tests/unit/content/labels_test.cc.
#include "content/labels.h"

#include <array>

#include "base/ascii.h"

namespace signpost {
namespace {

enum Column : size_t { english, korean, japanese };
using Words = std::array<std::string_view, 3>;

Column column_of(std::string_view lang) {
  if (lang == "ko") return korean;
  if (lang == "ja") return japanese;
  return english;
}

struct AdmonitionRow {
  std::string_view name;
  Words labels;
};

constexpr std::array<AdmonitionRow, 5> kAdmonitions = {{
    {"note", {"Note", "참고", "注"}},
    {"tip", {"Tip", "팁", "ヒント"}},
    {"important", {"Important", "중요", "重要"}},
    {"warning", {"Warning", "경고", "警告"}},
    {"caution", {"Caution", "주의", "注意"}},
}};

}  // namespace

std::optional<Admonition> find_admonition(std::string_view marker, std::string_view lang) {
  const std::string word = lower_case(marker);
  for (const AdmonitionRow& row : kAdmonitions) {
    if (word == row.name) return Admonition{row.name, row.labels[column_of(lang)]};
  }
  return std::nullopt;
}

std::string_view table_label(std::string_view lang) { return Words{"Table", "표", "表"}[column_of(lang)]; }

std::string_view task_label(bool done, std::string_view lang) {
  constexpr Words kDone = {"Done", "완료", "完了"};
  constexpr Words kOpen = {"To do", "할 일", "未完了"};
  return (done ? kDone : kOpen)[column_of(lang)];
}

std::string_view video_label(std::string_view lang) {
  return Words{"Watch the video", "동영상 보기", "動画を見る"}[column_of(lang)];
}

std::string_view footnote_back_label(std::string_view lang) {
  return Words{"Back to the text", "본문으로 돌아가기", "本文に戻る"}[column_of(lang)];
}

std::string answer_heading(std::string_view author, std::string_view lang) {
  if (author.empty()) return std::string(Words{"Answer", "답변", "回答"}[column_of(lang)]);
  switch (column_of(lang)) {
    case korean:
      return std::string(author) + "님의 답변";
    case japanese:
      return std::string(author) + "さんの回答";
    case english:
      break;
  }
  return "Answer by " + std::string(author);
}

}  // namespace signpost
