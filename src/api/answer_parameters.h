// answer_parameters.h - the query string of a question as an AnswerRequest, with its mistakes.
// Tested by tests/unit/api/answer_parameters_test.cc.
#pragma once

#include <string>
#include <vector>

#include "answer/answer.h"
#include "api/parameters.h"
#include "net/message.h"

namespace signpost {

// The parameter that names what did not help: "install#on-debian", and "install#" for what stands before the
// first heading.
inline constexpr Parameter kRejected{.name = "not", .type = ParameterType::texts};
// An address may name so many.
inline constexpr size_t kMaxRejected = 16;

// The version that is asked about, or a range of versions (content/versions.h), of so many bytes.
inline constexpr Parameter kAskedVersion{.name = "version"};
inline constexpr size_t kMaxVersionBytes = 64;

struct AnswerParameters {
  AnswerRequest request;
  Parameters carried;              // what a link to another answer to this question has, beside the words
  std::vector<FieldError> errors;  // empty when all is well
};

// All that the query string of a question may have, with its limits.
std::vector<Parameter> answer_parameter_list();

AnswerParameters parse_answer_parameters(const Parameters& query, const std::string& lang);

// As the parameter names it.
std::string name_of_source(const AnswerSource& source);

}  // namespace signpost
