// answer_parameters.cc - see answer_parameters.h.
#include "api/answer_parameters.h"

#include "api/search_parameters.h"
#include "content/ids.h"
#include "content/versions.h"

namespace signpost {
namespace {

void take_rejected(const Parameters& query, AnswerParameters& parsed) {
  const std::vector<std::string> names = query.all(kRejected.name);
  const auto wrong = [&](const char* message) {
    parsed.errors.push_back({std::string(kRejected.name), message});
  };
  if (names.size() > kMaxRejected) return wrong("must be given at most 16 times");
  for (const std::string& name : names) {
    const size_t border = name.find('#');
    if (border == std::string::npos || !is_valid_id(name.substr(0, border)))
      return wrong("must be an id, a # and the anchor of a section, or none: install#on-debian");
    parsed.request.rejected.push_back({name.substr(0, border), name.substr(border + 1)});
    parsed.carried.add(kRejected.name, name);
  }
}

void take_version(const Parameters& query, AnswerParameters& parsed) {
  const std::string version = query.get(kAskedVersion.name).value_or("");
  if (version.empty()) return;
  if (version.size() > kMaxVersionBytes || !is_version_range(version)) {
    parsed.errors.push_back({std::string(kAskedVersion.name), "must be a version like 3.1, or \">= 3.1\""});
    return;
  }
  parsed.request.version = version;
  parsed.carried.add(kAskedVersion.name, version);
}

}  // namespace

std::vector<Parameter> answer_parameter_list() {
  std::vector<Parameter> list = question_parameter_list();
  list.insert(list.end(), {kAskedVersion, kRejected});
  return list;
}

AnswerParameters parse_answer_parameters(const Parameters& query, const std::string& lang) {
  const Parameters question = query.without(kResultsPage.name).without(kResultsPerPage.name);
  SearchParameters search = parse_search_parameters(question, lang);
  AnswerParameters parsed;
  parsed.request.search = std::move(search.request);
  parsed.carried = std::move(search.carried);
  parsed.errors = std::move(search.errors);
  take_version(query, parsed);
  take_rejected(query, parsed);
  return parsed;
}

std::string name_of_source(const AnswerSource& source) { return source.id + "#" + source.anchor; }

}  // namespace signpost
