// request_table.h - requests in the data file: the SQL of them, on a connection and in a transaction of the
// caller's. Tested by tests/unit/store/request_table_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sqlite/database.h"
#include "store/request.h"

namespace signpost {

struct KeptRequest {
  std::string code;  // as shown_code() writes it
  RequestState state = RequestState::received;
  bool is_new = false;  // it was not there before
};

// Keeps a draft that settle_draft() found nothing wrong with. The same `key` ("" for none) with the same
// draft gives the request that it gave before; nullopt for the same key with another draft.
std::optional<KeptRequest> keep_request(SqliteDatabase& database, const RequestDraft& draft,
                                        std::string_view key, int64_t now);

// Of a row; throws Error{corrupt} for a name that there is not.
RequestState read_request_state(const std::string& name);

// `code` as parse_request_code() gives it.
std::optional<StoredRequest> find_request(SqliteDatabase& database, std::string_view code);
// The same for who sent it, without what anybody wrote: the draft is empty, and there are no notes.
std::optional<StoredRequest> find_request_state(SqliteDatabase& database, std::string_view code);

// All of them, the oldest first, or those in one state.
void each_request(SqliteDatabase& database, std::optional<RequestState> state,
                  const std::function<void(const StoredRequest&)>& use);

// False where there is no such request. A state that it is in already changes nothing. Whoever wants to be
// told of it is told (outbox_table.h), as of a request that is kept.
bool set_request_state(SqliteDatabase& database, std::string_view code, RequestState state, int64_t now);

// How many were closed before that moment, and now are gone.
int64_t delete_closed_before(SqliteDatabase& database, int64_t moment);
bool delete_request(SqliteDatabase& database, std::string_view code);

// What goes of one person: requests that they wanted the answers to, and where else their address stood.
struct Forgotten {
  int64_t requests = 0;    // deleted
  int64_t mentions = 0;    // others' requests, in which, or in notes to which, "[...]" is in its place now
  int64_t complaints = 0;  // the same of items

  bool is_anything() const { return requests + mentions + complaints > 0; }
};
// Letters of ASCII count the same in either case.
Forgotten forget_address(SqliteDatabase& database, std::string_view address);

}  // namespace signpost
