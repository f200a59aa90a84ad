// search_rules.cc - reads the lines of the synonyms file, and the lists of queries.yaml and answers.yaml.
#include "content/search_rules.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "content/language.h"
#include "content/yaml_tree.h"

namespace signpost {
namespace {

// The words between commas; nullopt when one of them is empty.
std::optional<std::vector<std::string>> split_list(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] == '\\' && i + 1 < text.size()) {
      word += text[++i];
    } else if (i == text.size() || text[i] == ',') {
      words.emplace_back(trimmed(word));
      if (words.back().empty()) return std::nullopt;
      word.clear();
    } else {
      word += text[i];
    }
  }
  return words;
}

std::optional<SynonymRule> parse_rule(std::string_view line, const std::string& lang) {
  const size_t arrow = line.find("=>");
  if (arrow == std::string_view::npos) {
    auto words = split_list(line);
    if (!words || words->size() < 2) return std::nullopt;
    return SynonymRule{lang, *words, *words};
  }
  auto from = split_list(line.substr(0, arrow));
  auto to = split_list(line.substr(arrow + 2));
  if (!from || !to) return std::nullopt;
  return SynonymRule{lang, std::move(*from), std::move(*to)};
}

// What best bets and pinned answers have in common: for which queries, in which language, which target.
struct QueryRule {
  std::string lang;
  std::vector<std::string> queries;
  std::string target;
  int line = 0;
};

// The words of a list in messages: what one entry is called, and its key for the target.
struct RuleWords {
  const char* list;
  const char* entry;
  const char* target;
};
constexpr RuleWords kBetWords = {"best_bets", "a best bet", "id"};
constexpr RuleWords kAnswerWords = {"answers", "an answer", "answer"};

std::vector<std::string> read_queries(const YAML::Node& value) {
  std::vector<std::string> queries = value.IsSequence() ? value.as<std::vector<std::string>>()
                                                        : std::vector<std::string>{value.as<std::string>()};
  for (const std::string& query : queries) {
    if (is_blank(query)) throw YAML::RepresentationException(value.Mark(), "q must have words");
  }
  return queries;
}

QueryRule read_rule(const YAML::Node& node, const RuleWords& words) {
  QueryRule rule;
  for (const auto& field : node) {
    const auto key = field.first.as<std::string>();
    if (key == "q") {
      rule.queries = read_queries(field.second);
    } else if (key == "lang") {
      const auto lang = field.second.as<std::string>();
      rule.lang = canonical_language(lang).value_or(lang);
    } else if (key == words.target) {
      rule.target = field.second.as<std::string>();
    } else {
      throw YAML::RepresentationException(field.first.Mark(),
                                          std::string(words.entry) + " has no field \"" + key + "\"");
    }
  }
  if (rule.queries.empty() || rule.target.empty() || rule.target[0] == '#') {
    throw YAML::RepresentationException(node.Mark(),
                                        std::string(words.entry) + " needs q and " + words.target);
  }
  rule.line = node.Mark().line + 1;
  return rule;
}

std::vector<QueryRule> read_rules(const YAML::Node& root, const RuleWords& words, YamlErrors& errors) {
  std::vector<QueryRule> rules;
  const YAML::Node list = root[words.list];
  if (list && !list.IsSequence())
    throw YAML::RepresentationException(list.Mark(), std::string(words.list) + " must be a list");
  for (const YAML::Node& node : list) {
    try {
      rules.push_back(read_rule(node, words));
    } catch (const YAML::Exception& error) {
      errors.add(error.mark, error.msg);
    }
  }
  return rules;
}

}  // namespace

std::vector<SynonymRule> parse_synonyms(std::string_view text, const std::string& lang,
                                        const std::string& path, std::vector<Diagnostic>& diagnostics) {
  std::vector<SynonymRule> rules;
  int number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const size_t indent = std::min(text.find_first_not_of(" \t", at), end) - at;
    std::string_view line = trimmed(text.substr(at, end - at));
    at = end + 1;
    ++number;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line = trimmed(line.substr(3));
    if (line.empty() || line[0] == '#') continue;
    if (auto rule = parse_rule(line, lang)) {
      rules.push_back(std::move(*rule));
    } else {
      diagnostics.push_back({Severity::error, path, number, static_cast<int>(indent) + 1, "synonyms",
                             "not \"a, b\" nor \"a, b => c\": " + std::string(line)});
    }
  }
  return rules;
}

std::vector<BestBet> parse_best_bets(std::string_view yaml, const std::string& path,
                                     std::vector<Diagnostic>& diagnostics) {
  std::vector<BestBet> bets;
  YamlErrors errors(yaml, path, "best-bets", diagnostics);
  try {
    for (QueryRule& rule : read_rules(load_yaml(yaml), kBetWords, errors))
      bets.push_back({std::move(rule.lang), std::move(rule.queries), std::move(rule.target), rule.line});
  } catch (const YAML::Exception& error) {
    errors.add(error.mark, error.msg);
  }
  return bets;
}

std::vector<PinnedAnswer> parse_pinned_answers(std::string_view yaml, const std::string& path,
                                               std::vector<Diagnostic>& diagnostics) {
  std::vector<PinnedAnswer> answers;
  YamlErrors errors(yaml, path, "pinned-answers", diagnostics);
  try {
    const YAML::Node root = load_yaml(yaml);
    if (!root.IsNull() && !root.IsMap())
      throw YAML::RepresentationException(root.Mark(), "must be a map with the key answers");
    for (const auto& entry : root) {
      if (entry.first.IsScalar() && entry.first.Scalar() == kAnswerWords.list) continue;
      errors.add(entry.first.Mark(), "unknown key; known is answers");
    }
    for (QueryRule& rule : read_rules(root, kAnswerWords, errors)) {
      const size_t sign = std::min(rule.target.find('#'), rule.target.size());
      std::string anchor = rule.target.substr(std::min(sign + 1, rule.target.size()));
      rule.target.resize(sign);
      answers.push_back({std::move(rule.lang), std::move(rule.queries), std::move(rule.target),
                         std::move(anchor), rule.line});
    }
  } catch (const YAML::Exception& error) {
    errors.add(error.mark, error.msg);
  }
  return answers;
}

}  // namespace signpost
