// golden.cc - reads golden queries and holds them against results.
#include "eval/golden.h"

#include <algorithm>
#include <sstream>

#include "base/error.h"
#include "base/printable.h"
#include "content/language.h"
#include "content/yaml_tree.h"

namespace signpost {
namespace {

[[noreturn]] void fail(const std::string& path, const YAML::Mark& mark, const std::string& what) {
  const std::string line = mark.is_null() ? "" : ":" + std::to_string(mark.line + 1);
  throw Error(ErrorKind::usage, path + line + ": error: " + what);
}

std::vector<std::string> strings(const YAML::Node& node) {
  if (!node) return {};
  if (node.IsScalar()) return {node.as<std::string>()};
  return node.as<std::vector<std::string>>();
}

GoldenQuery parse_entry(const YAML::Node& node, const std::string& path) {
  if (!node.IsMap()) fail(path, node.Mark(), "a golden query is a map with q and expect");
  GoldenQuery query;
  query.line = node.Mark().line + 1;
  for (const auto& field : node) {
    const auto key = field.first.as<std::string>();
    if (key == "q") {
      query.text = field.second.as<std::string>();
    } else if (key == "lang") {
      const auto lang = field.second.as<std::string>();
      query.lang = canonical_language(lang).value_or(lang);
    } else if (key == "expect") {
      query.expect = strings(field.second);
    } else if (key == "never") {
      query.never = strings(field.second);
    } else if (key == "top") {
      query.top = field.second.as<size_t>();
    } else {
      fail(path, field.first.Mark(), "a golden query has no field \"" + key + "\"");
    }
  }
  if (query.text.empty()) fail(path, node.Mark(), "a golden query needs a q");
  if (query.expect.empty() && query.never.empty())
    fail(path, node.Mark(), "a golden query needs expect or never");
  if (query.top < 1 || query.top > 50) fail(path, node.Mark(), "top must be from 1 to 50");
  return query;
}

std::string check_one(const Searcher& searcher, const GoldenQuery& query) {
  SearchRequest request;
  request.text = query.text;
  request.lang = query.lang;
  request.per_page = static_cast<uint32_t>(std::max<size_t>(query.top, 10));
  const SearchResponse response = searcher.search(request);
  const auto rank = [&](const std::string& id) -> size_t {
    for (size_t i = 0; i < response.hits.size(); ++i) {
      if (response.hits[i].id == id) return i + 1;
    }
    return 0;
  };
  std::string problems;
  for (const std::string& id : query.expect) {
    const size_t at = rank(id);
    if (at >= 1 && at <= query.top) continue;
    problems += "  expected " + printable(id) + " in the first " + std::to_string(query.top) + ", found it " +
                (at == 0 ? std::string("not in the first ") + std::to_string(request.per_page)
                         : "at " + std::to_string(at)) +
                "\n";
  }
  for (const std::string& id : query.never) {
    const size_t at = rank(id);
    if (at >= 1 && at <= query.top)
      problems += "  " + printable(id) + " must not be there, is at " + std::to_string(at) + "\n";
  }
  if (problems.empty()) return "";
  std::ostringstream out;
  out << "line " << query.line << ": " << printable(query.text)
      << (query.lang.empty() ? "" : " [" + printable(query.lang) + "]") << "\n"
      << problems;
  for (size_t i = 0; i < response.hits.size() && i < 3; ++i) {
    out << "    " << i + 1 << ". " << printable(response.hits[i].id) << " ("
        << printable(response.hits[i].lang) << ") " << printable(response.hits[i].title) << "\n";
  }
  return out.str();
}

}  // namespace

std::vector<GoldenQuery> parse_golden(std::string_view yaml, const std::string& path) {
  std::vector<GoldenQuery> queries;
  try {
    const YAML::Node root = load_yaml(yaml);
    const YAML::Node list = root["golden"];
    if (!list || !list.IsSequence())
      throw Error(ErrorKind::usage, path + ": error: it has no list \"golden\"");
    for (const YAML::Node& node : list) queries.push_back(parse_entry(node, path));
  } catch (const YAML::Exception& error) {
    fail(path, error.mark, error.msg);
  }
  return queries;
}

std::string check_golden(const Searcher& searcher, const std::vector<GoldenQuery>& queries, size_t& passed,
                         size_t& failed) {
  std::string table;
  for (const GoldenQuery& query : queries) {
    const std::string problems = check_one(searcher, query);
    table += problems;
    ++(problems.empty() ? passed : failed);
  }
  return table;
}

}  // namespace signpost
