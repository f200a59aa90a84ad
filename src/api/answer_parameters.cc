// answer_parameters.cc - see answer_parameters.h.
#include "api/answer_parameters.h"

#include "api/search_parameters.h"
#include "content/ids.h"

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

}  // namespace

std::vector<Parameter> answer_parameter_list() {
  std::vector<Parameter> list = question_parameter_list();
  list.push_back(kRejected);
  return list;
}

AnswerParameters parse_answer_parameters(const Parameters& query, const std::string& lang) {
  const Parameters question = query.without(kResultsPage.name).without(kResultsPerPage.name);
  SearchParameters search = parse_search_parameters(question, lang);
  AnswerParameters parsed;
  parsed.request.search = std::move(search.request);
  parsed.carried = std::move(search.carried);
  parsed.errors = std::move(search.errors);
  take_rejected(query, parsed);
  return parsed;
}

std::string name_of_source(const AnswerSource& source) { return source.id + "#" + source.anchor; }

}  // namespace signpost
