// staff_work.h - what staff do with one request beside changing its state: who looks after it, which other
// one it goes on in, what is answered, and what it shows of the articles. Pages of theirs call it, and it has
// no rows in the table of operations. Without a store none may be called. Tested by
// tests/unit/api/staff_work_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/feedback_body.h"
#include "api/operation.h"
#include "api/problem.h"
#include "store/request.h"
#include "store/request_work.h"

namespace signpost {

// What stands beside a request.
struct RequestWork {
  std::vector<std::string> merged;  // codes of those that go on in it
  std::vector<RequestItem> items;   // gaps and complaints that it led to
  std::vector<std::string> people;  // who may look after it, in order
  bool is_mailed = false;           // what is answered reaches who sent it by mail
};

// All of them: a problem (503) where nothing can be read, or kept, at the moment; (404) where there is no
// request of this code, however it was typed.
std::variant<RequestWork, Problem> request_work(const OperationContext& context, const StoredRequest& request,
                                                const std::string& asking);

// `assignee`: "" for nobody, else of staff, or who asks; (400) for anybody else.
std::optional<Problem> assign_to(const OperationContext& context, std::string_view code,
                                 const std::string& assignee, const std::string& asking);

// (400) where the other is none, or goes on in this one.
std::optional<Problem> merge_into(const OperationContext& context, std::string_view code,
                                  std::string_view into);
std::optional<Problem> go_on_alone(const OperationContext& context, std::string_view code);

// What is sent by a form of staff's, which `form` names: it is done once, however often it comes.
struct WrittenAnswer {
  std::string form;
  std::string text;
  QuotedSource source = {};  // without a title; what the generation has not, is left out
  int64_t known = 0;         // answers that the author has seen
};
// (400) for a text that is none, or too long; (409) where the request goes on in another one, or has an
// answer by now that the author has not seen.
std::optional<Problem> answer_request(const OperationContext& context, std::string_view code,
                                      const WrittenAnswer& answer, const std::string& author);

// The gap ("G-12") that what was asked before the request belongs to, or a new one; it is open then, and has
// the request as an example.
std::variant<std::string, Problem> find_gap_in(const OperationContext& context, std::string_view code,
                                               const std::string& form, const std::string& author);

// The complaint ("F-12") about a section; what is said is masked, as of any reader. (400) with the fields
// that are wrong.
std::variant<std::string, Problem> complain_from(const OperationContext& context, std::string_view code,
                                                 const SentFeedback& sent, const std::string& form,
                                                 const std::string& author);

}  // namespace signpost
