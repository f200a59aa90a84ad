// told_event.h - an event of a request, as deliveries are given it.
#pragma once

#include <string>

#include "data_folder.h"
#include "delivery/event_message.h"

namespace signpost {

inline EventMessage told_event(const RequestDraft& draft = draft_of("ann@example.com")) {
  return {.id = "msg_0123",
          .kind = EventKind::request_received,
          .change = {RequestState::received, 1'796'000'000},
          .request = {.code = "4F9K-0A7C-PQX3",
                      .changes = {{RequestState::received, 1'796'000'000}},
                      .draft = draft},
          .site = {.url = "https://help.example.com", .default_language = "en", .languages = {"en", "ko"}},
          .at = 1'796'000'000};
}

}  // namespace signpost
