// page_context.h - what a page has at hand: what operations have, and with it the request, templates, texts
// and files of web/. Tested by tests/unit/service/app_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/operation.h"
#include "net/message.h"
#include "net/negotiation.h"
#include "pages/assets.h"
#include "pages/i18n.h"
#include "pages/served_generation.h"
#include "pages/templates.h"
#include "staff/staff_entrance.h"

namespace signpost {

class EventStore;
class OutcomeCounter;

// The same for all requests.
struct Services {
  const Templates& templates;
  const I18n& i18n;
  const Assets& assets;
  bool live_reload = false;                 // pages have the script that follows the published generation
  const QueryEmbedder* embedder = nullptr;  // null for none
  Store* store = nullptr;                   // as in OperationContext, and so the next three
  Presence* presence = nullptr;
  WebhookReceiver* webhooks = nullptr;
  RequestGuard* guard = nullptr;
  OutcomeCounter* outcomes = nullptr;  // null: nothing is counted
  Visits* visits = nullptr;            // null: everything is new
  StaffEntrance* staff = nullptr;      // null where nobody can be staff
  EventStore* events = nullptr;        // what visitors look for, for staff; null without --data
  bool counts_visits = false;          // as OperationContext::is_counted
};

struct PageContext {
  const Services& services;
  const Request& request;
  std::vector<std::string> arguments;  // what the path's {names} stand for, in order
  // Null only where the effect is `nothing`.
  std::shared_ptr<const ServedGeneration> generation;
  std::string lang;                         // one of the site's languages
  std::string refused{};                    // as in Serving
  Encoding encoding = Encoding::identity;   // of the answer, where that can be compressed
  int64_t now = 0;                          // seconds since 1970: see OperationContext
  std::string media_type = {};              // of what was sent along, in small letters, without parameters
  std::optional<StaffIdentity> staff = {};  // who asks, at addresses of staff and where these see more
  bool sees_internal = false;               // `generation` is that of staff, at an address for everybody
  std::shared_ptr<const ServedGeneration> whole =
      {};  // for staff: theirs, or the one of everybody; else null

  // For the operations that the page calls.
  OperationContext operation() const {
    return {.generation = generation.get(),
            .lang = lang,
            .texts = strings().texts(),
            .refused = refused,
            .embedder = services.embedder,
            .now = now,
            .sent = {media_type, request.body},
            .store = services.store,
            .presence = services.presence,
            .webhooks = services.webhooks,
            .guard = services.guard,
            .client = request.client,
            .visits = services.visits,
            .events = services.events,
            .agent = request.header("user-agent"),
            .is_counted = services.counts_visits,
            .whole = whole.get(),
            .texts_in = [&i18n = services.i18n](std::string_view wanted) -> const InterfaceTexts& {
              return i18n.strings(wanted).texts();
            }};
  }
  const Site& site() const { return generation->site(); }
  const Strings& strings() const { return services.i18n.strings(lang); }
  const TemplateData& shared() const { return generation->shared(lang); }
};

}  // namespace signpost
