// request_work.h - what staff do with a request beside answering it: who looks after it, which other one it
// goes on in, and what it showed of articles. The SQL of it, on a connection and in a transaction of the
// caller's; codes as parse_request_code() gives them. Tested by tests/unit/store/request_work_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/database.h"
#include "store/request.h"

namespace signpost {

// "" for nobody. False where there is no such request. Who it is already changes nothing; else who wants to
// hear of it is told.
bool assign_request(SqliteDatabase& database, std::string_view code, std::string_view assignee, int64_t now);
// All that requests have, in order.
std::vector<std::string> assignees(SqliteDatabase& database);

enum class MergeResult {
  merged,
  no_request,  // of the first code
  no_target,   // of the second
  itself       // or the target goes on in it
};
// From then on the first goes on in the second, or where that goes on itself, with all that go on in the
// first. It is closed, and whoever sent it is told the state of the other.
MergeResult merge_request(SqliteDatabase& database, std::string_view code, std::string_view into,
                          int64_t now);
// It goes on by itself again, in the state before. False where it did not go on in another.
bool part_request(SqliteDatabase& database, std::string_view code, int64_t now);
// Codes, as shown_code() writes them, of those that go on in this one.
std::vector<std::string> merged_into(SqliteDatabase& database, std::string_view code);

// What was made of a request: "G-12", a gap, or "F-12", a complaint.
struct RequestItem {
  std::string item;
  std::string author;
  int64_t at = 0;
  bool operator==(const RequestItem&) const = default;
};
// False where there is no such request. The same item again changes nothing. `form`: as in AnswerToSend.
bool add_request_item(SqliteDatabase& database, std::string_view code, const RequestItem& item,
                      std::string_view form);
// What the form has made before; nullopt where it has made nothing.
std::optional<std::string> item_of_form(SqliteDatabase& database, std::string_view form);
std::vector<RequestItem> items_of(SqliteDatabase& database, std::string_view code);
// Codes, as shown_code() writes them, the newest first, at most `most`.
std::vector<std::string> requests_of_item(SqliteDatabase& database, std::string_view item, int64_t most);

}  // namespace signpost
