// staff_requests.cc - see staff_requests.h.
#include "api/staff_requests.h"

#include "base/error.h"
#include "store/note_table.h"
#include "store/request_code.h"
#include "store/store.h"

namespace signpost {
namespace {

constexpr int64_t kMostValues = 50;  // what is chosen from; strangers can make up as many as they like

Problem no_such_request() { return {404, "There is no request of this code."}; }

// Calls `change` with the database and the code as it lies in the table, which says whether there is one.
template <typename Change>
std::optional<Problem> change_request(const OperationContext& context, std::string_view code,
                                      const Change& change) {
  const auto parsed = parse_request_code(code);
  if (!parsed) return no_such_request();
  bool is_there = false;
  try {
    context.store->write([&](SqliteDatabase& database) { is_there = change(database, *parsed); });
  } catch (const Error&) {
    return Problem{503, "It could not be kept. Try again in a moment."};
  }
  return is_there ? std::nullopt : std::optional(no_such_request());
}

}  // namespace

std::variant<RequestsFound, Problem> find_requests(const OperationContext& context,
                                                   const RequestQuery& query) {
  RequestsFound all;
  try {
    context.store->read([&](SqliteDatabase& database) {
      all = {search_requests(database, query), request_values(database, kMostValues)};
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
  return change_request(context, code, [&](SqliteDatabase& database, const std::string& parsed) {
    return set_request_state(database, parsed, state, context.now);
  });
}

std::optional<Problem> note_on_request(const OperationContext& context, std::string_view code,
                                       const std::string& author, std::string text) {
  if (!settle_note(text))
    return Problem{400,
                   "This is no note.",
                   {{"note", "must be text of at most " + std::to_string(kMaxNoteBytes) + " bytes"}}};
  return change_request(context, code, [&](SqliteDatabase& database, const std::string& parsed) {
    return add_note(database, parsed, {author, context.now, text});
  });
}

}  // namespace signpost
