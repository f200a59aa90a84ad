// search_rules.cc - reads the lines of the synonyms file.
#include "content/search_rules.h"

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

BestBet parse_bet(const YAML::Node& node) {
  BestBet bet;
  for (const auto& field : node) {
    const auto key = field.first.as<std::string>();
    if (key == "q") {
      if (field.second.IsSequence()) {
        bet.queries = field.second.as<std::vector<std::string>>();
      } else {
        bet.queries = {field.second.as<std::string>()};
      }
    } else if (key == "lang") {
      const auto lang = field.second.as<std::string>();
      bet.lang = canonical_language(lang).value_or(lang);
    } else if (key == "id") {
      bet.id = field.second.as<std::string>();
    } else {
      throw YAML::RepresentationException(field.first.Mark(), "a best bet has no field \"" + key + "\"");
    }
  }
  if (bet.queries.empty() || bet.id.empty()) {
    throw YAML::RepresentationException(node.Mark(), "a best bet needs q and id");
  }
  bet.line = node.Mark().line + 1;
  return bet;
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
    const YAML::Node root = load_yaml(yaml);
    const YAML::Node list = root["best_bets"];
    if (list && !list.IsSequence())
      throw YAML::RepresentationException(list.Mark(), "best_bets must be a list");
    for (const YAML::Node& node : list) {
      try {
        bets.push_back(parse_bet(node));
      } catch (const YAML::Exception& error) {
        errors.add(error.mark, error.msg);
      }
    }
  } catch (const YAML::Exception& error) {
    errors.add(error.mark, error.msg);
  }
  return bets;
}

}  // namespace signpost
