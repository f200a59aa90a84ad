// staff_door.h - what stands before all that is for staff alone: who they are, and what others get, which is
// the same whatever is behind it. Tested by tests/unit/service/staff_door_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/door.h"
#include "net/message.h"
#include "pages/page_context.h"

namespace signpost {

// For staff alone, or where they sign in: below /staff, which no page and no description names.
bool is_for_staff(const Door& door);

// Whether a request says that it is of staff, true or not: by `header`, as below, or the cookie of a session.
bool says_staff(const Request& request, const std::string& header);

// By `header` (in small letters; "" for none), where a listed proxy has sent the request and named one person
// in it; else by the cookie of a session. Throws Error.
std::optional<StaffIdentity> identify_staff(StaffEntrance& entrance, const std::string& header,
                                            const Request& request, int64_t now);

// Of what was sent to a door for staff: whether it is from a page that this person was given.
bool has_form_token(const Request& request, const StaffIdentity& staff);

// For whom it is not known that they are staff, where they could sign in: programs get 401; people are led to
// do so, and back to this address if that `is_page`.
Response turn_away(const PageContext& context, const Door& door, bool is_page);

// No cache keeps it, no search engine lists it, and no other site learns its address.
void keep_to_staff(Response& response);

}  // namespace signpost
