// operation.h - one thing that can be asked of Signpost. Each has a file of its own with its row for the
// table (operations.h) and a function from typed parameters to a typed value, which a page calls as well as a
// program. None knows HTTP, templates or the interface. Tested by tests/http/api_schema_test.cc.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/door.h"
#include "api/json.h"
#include "api/open_generation.h"
#include "api/parameters.h"
#include "api/stored_file.h"
#include "insights/noticed.h"
#include "net/message.h"

namespace signpost {

class EventStore;
class Presence;
class RequestGuard;
class Store;
class Visits;
class WebhookReceiver;

// What a program or a form has sent along.
struct SentContent {
  std::string_view media_type;  // in small letters, without parameters; one of those that the operation takes
  std::string_view bytes;
};

// Texts of the interface in one language, by key.
using InterfaceTexts = std::map<std::string, std::string>;

// What an operation has at hand.
struct OperationContext {
  const OpenGeneration* generation;  // null only where the effect is `nothing`
  std::string lang;                  // one of the site's languages
  // Of the interface in that language: what the values of facets are called.
  std::reference_wrapper<const InterfaceTexts> texts;
  std::string refused = {};  // the name of a newer generation that is published and can't be served
  const QueryEmbedder* embedder = nullptr;  // of a search that finds little; null for none
  int64_t now = 0;                          // seconds since 1970: what incidents are told of then
  SentContent sent = {};                    // where the method is `post`
  Store* store = nullptr;                   // of what visitors send; null where nothing is taken
  Presence* presence = nullptr;             // who is there; null: nobody listens, and nothing is known
  WebhookReceiver* webhooks = nullptr;      // believes signed messages; null: none
  RequestGuard* guard = nullptr;            // against floods of requests and guessing; null: none
  std::string_view client = {};             // who asks: an address
  Visits* visits = nullptr;                 // what visits have done already; null: everything is new
  EventStore* events = nullptr;             // what visitors looked for; null: nothing is counted
  std::string agent = {};                   // the program that asks, as it calls itself
  bool is_counted = false;                  // what visitors look for: answers say it

  // For staff: with what only they may read, where there is anything of that; else as `generation`. Null for
  // everybody else.
  const OpenGeneration* whole = nullptr;

  // The texts in another language, for in_language(); empty: there are only those above.
  std::function<const InterfaceTexts&(std::string_view)> texts_in = {};

  const Searcher& searcher() const { return generation->searcher(); }
  const Site& site() const { return generation->site(); }
};

// The same in another one of the site's languages.
OperationContext in_language(const OperationContext& context, const std::string& lang);

// A text of the interface in the context's language; its key where there is none.
std::string interface_text(const OperationContext& context, const std::string& key);

// Of a search, for those who count and measure.
struct SearchFacts {
  SearchOutcome outcome = SearchOutcome::none;
  double took_ms = 0;
};

// An operation's value, written down for whoever knows no more of it than its row.
struct Answer {
  int status = 200;  // as in HTTP; 404 without a text: there is no such thing
  std::string media_type = "application/json";
  std::string text = {};
  std::optional<StoredFile> file = {};  // in place of the text
  bool of_this_moment = false;          // nobody may keep it
  std::optional<SearchFacts> search = {};
  std::string location = {};    // the path of what was made; "" for nothing
  int64_t retry_after = 0;      // seconds; 0: that is not known
  NoticedPointer noticed = {};  // null where nothing is counted
};

Answer json_answer(const Json& json);
Answer problem_answer(const Problem& problem);
Answer nothing_there();
// What is there of it.
Answer file_answer(std::optional<StoredFile> file);

struct Operation {
  Door door;
  std::vector<Parameter> parameters;
  // `arguments`: what the path's {names} stand for comes before the parameters.
  Answer (*answer)(const OperationContext& context, const Parameters& arguments);
  std::span<const std::string_view> takes = {};  // media types of what may be sent along
};

}  // namespace signpost
