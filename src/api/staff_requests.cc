// staff_requests.cc - see staff_requests.h.
#include "api/staff_requests.h"

#include "base/error.h"
#include "store/note_table.h"
#include "store/request_code.h"
#include "store/request_work.h"
#include "store/store.h"

namespace signpost {
namespace {

constexpr int64_t kMostValues = 50;  // what is chosen from; strangers can make up as many as they like

std::optional<Problem> unless_there(bool is_there) {
  return is_there ? std::nullopt : std::optional(no_such_request());
}

}  // namespace

Problem no_such_request() { return {404, "There is no request of this code."}; }

std::optional<Problem> change_in_store(
    const OperationContext& context, std::string_view code,
    const std::function<std::optional<Problem>(SqliteDatabase&, const std::string& code)>& change) {
  const auto parsed = parse_request_code(code);
  if (!parsed) return no_such_request();
  std::optional<Problem> problem;
  try {
    context.store->write([&](SqliteDatabase& database) { problem = change(database, *parsed); });
  } catch (const Error&) {
    return Problem{503, "It could not be kept. Try again in a moment."};
  }
  return problem;
}

std::variant<RequestsFound, Problem> find_requests(const OperationContext& context,
                                                   const RequestQuery& query) {
  RequestsFound all;
  try {
    context.store->read([&](SqliteDatabase& database) {
      all = {search_requests(database, query), request_values(database, kMostValues), assignees(database)};
    });
  } catch (const Error&) {
    return Problem{503, "Requests can't be read. Try again in a moment."};
  }
  return all;
}

std::variant<StoredRequest, Problem> find_whole_request(const OperationContext& context,
                                                        std::string_view code) {
  const auto parsed = parse_request_code(code);
  if (!parsed) return no_such_request();
  std::optional<StoredRequest> found;
  try {
    context.store->read([&](SqliteDatabase& database) { found = find_request(database, *parsed); });
  } catch (const Error&) {
    return Problem{503, "Requests can't be read. Try again in a moment."};
  }
  if (!found) return no_such_request();
  return *std::move(found);
}

std::optional<Problem> change_request_state(const OperationContext& context, std::string_view code,
                                            RequestState state) {
  return change_in_store(context, code, [&](SqliteDatabase& database, const std::string& parsed) {
    return unless_there(set_request_state(database, parsed, state, context.now));
  });
}

std::optional<Problem> note_on_request(const OperationContext& context, std::string_view code,
                                       const std::string& author, std::string text) {
  if (!settle_note(text))
    return Problem{400,
                   "This is no note.",
                   {{"note", "must be text of at most " + std::to_string(kMaxNoteBytes) + " bytes"}}};
  return change_in_store(context, code, [&](SqliteDatabase& database, const std::string& parsed) {
    return unless_there(add_note(database, parsed, {author, context.now, text}));
  });
}

}  // namespace signpost
