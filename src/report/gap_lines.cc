// gap_lines.cc - see gap_lines.h. Texts stand in double quotation marks as JSON has them, which YAML reads
// too.
#include "report/gap_lines.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/printable.h"

namespace signpost {
namespace {

constexpr size_t kMostNames = 8;
constexpr int64_t kTopOfGolden = 3;  // as golden queries have it without another number
constexpr int64_t kTopOfPage = 10;

std::string quoted(const std::string& text) {
  return printable_json(nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

// Texts in the gap's language, each once.
std::vector<std::string> names_of(const Gap& gap, const std::vector<GapExample>& examples) {
  std::vector<std::string> names;
  for (const GapExample& example : examples) {
    const bool is_new = std::find(names.begin(), names.end(), example.text) == names.end();
    if (example.lang == gap.lang && is_new && names.size() < kMostNames) names.push_back(example.text);
  }
  if (names.empty() && !examples.empty()) names.push_back(examples.front().text);
  return names;
}

std::string list_of(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + quoted(name);
  return "[" + list + "]";
}

// Solr's format has a comma between words and "=>" between its sides.
std::string synonym(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == ',' || c == '\\') out += '\\';
    if (c != '=' && c != '>' && c != '\n') out += c;
  }
  return out;
}

// A line that begins with '#' is a comment.
std::string no_comment(std::string line) {
  const size_t first = line.find_first_not_of(" \t");
  if (first != std::string::npos && line[first] == '#') line.insert(first, 1, '\\');
  return line;
}

std::string name_of_nearest(const Gap& gap) {
  const auto own = std::find_if(gap.nearest.begin(), gap.nearest.end(),
                                [&gap](const GapArticle& article) { return article.lang == gap.lang; });
  return own == gap.nearest.end() ? "" : own->title;
}

}  // namespace

std::string new_article(const Gap& gap, const std::vector<GapExample>& examples) {
  std::vector<std::string> names = names_of(gap, examples);
  const std::string title = names.empty() ? "" : names.front();
  if (!names.empty()) names.erase(names.begin());
  std::erase_if(names, [](const std::string& name) { return name.starts_with('/'); });  // an old address
  std::string text = "---\ntitle: " + quoted(title) + "\nlang: " + gap.lang + "\n";
  if (!names.empty()) text += "aliases: " + list_of(names) + "\n";
  text += "owner:\n---\n\n<!-- " + shown_gap(gap.number) + ": " + std::to_string(gap.sums.lost) +
          " visits looked for this and found nothing that helped them. -->\n\n";
  return text;
}

std::string synonym_line(const Gap& gap, const std::vector<GapExample>& examples) {
  std::string words;
  for (const std::string& name : names_of(gap, examples))
    words += (words.empty() ? "" : ", ") + synonym(name);
  const std::string nearest = name_of_nearest(gap);
  return (words.empty() ? "…" : no_comment(words)) + " => " + (nearest.empty() ? "…" : synonym(nearest));
}

std::string best_bet_lines(const Gap& gap, const std::vector<GapExample>& examples) {
  const std::string id = gap.nearest.empty() ? "…" : gap.nearest.front().id;
  return "  - {q: " + list_of(names_of(gap, examples)) + ", lang: " + gap.lang + ", id: " + quoted(id) + "}";
}

std::string golden_lines(const Gap& gap, const std::vector<GapExample>& examples) {
  std::string lines;
  if (!gap.proof) return lines;
  for (const GapExample& example : examples) {
    if (example.rank == 0 || example.rank > kTopOfPage) continue;
    lines += "  - {q: " + quoted(example.text) + ", lang: " + example.lang + ", expect: [" +
             quoted(gap.proof->id) +
             "], top: " + std::to_string(example.rank <= kTopOfGolden ? kTopOfGolden : kTopOfPage) + "}  # " +
             shown_gap(gap.number) + "\n";
  }
  return lines;
}

}  // namespace signpost
