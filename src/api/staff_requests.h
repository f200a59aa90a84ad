// staff_requests.h - what staff do with requests: the pages of theirs call it, and it has no rows in the
// table of operations, as no program does. Without a store none may be called. Tested by
// tests/unit/api/staff_requests_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "api/operation.h"
#include "api/problem.h"
#include "store/request_search.h"

namespace signpost {

struct RequestsFound {
  FoundRequests found;
  RequestValues values;                // of all requests
  std::vector<std::string> assignees;  // likewise
};

// All of them: a problem (503) where nothing can be read, or kept, at the moment; (404) where there is no
// request of this code, however it was typed.
std::variant<RequestsFound, Problem> find_requests(const OperationContext& context,
                                                   const RequestQuery& query);
std::variant<StoredRequest, Problem> find_whole_request(const OperationContext& context,
                                                        std::string_view code);
std::optional<Problem> change_request_state(const OperationContext& context, std::string_view code,
                                            RequestState state);
// For further changes: calls `change` with the database and the code as it lies in the table, in one
// transaction; what it says is wrong comes back.
std::optional<Problem> change_in_store(
    const OperationContext& context, std::string_view code,
    const std::function<std::optional<Problem>(SqliteDatabase&, const std::string& code)>& change);
Problem no_such_request();
// (400) for a text that is none, or too long.
std::optional<Problem> note_on_request(const OperationContext& context, std::string_view code,
                                       const std::string& author, std::string text);

}  // namespace signpost
