// staff_find.h - what staff give to a customer, found while they type: articles, their sections and steps, in
// the customer's language; saved replies; requests by their code. Tested by
// tests/unit/api/staff_find_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/operation.h"
#include "api/staff_find_sources.h"

namespace signpost {

enum class FoundKind { article, section, step, reply, request };

// "article", "section" ...
std::string_view name_of(FoundKind kind);

struct FoundItem {
  FoundKind kind = FoundKind::article;
  std::string title;    // in the language in which it was found: of an article, a heading, the text of a step
  std::string context;  // what it is a part of
  std::string id;       // of the article, or reply; the code of a request
  std::string anchor;   // of the section, in the language in which it was found
  std::string title_lang;
  std::string lang;      // of what the address leads to, and of the texts that follow
  std::string url;       // for customers, but that of a request; without a host where the site names none
  std::string text;      // of a reply, with all filled in that is known
  std::string markdown;  // to be pasted
  std::string html;
  std::vector<std::string> missing;  // variables of a reply that stay to be filled in
  bool internal = false;             // customers can't see it
};

struct FindQuestion {
  std::string text;
  std::string lang;               // the customer's: what the addresses lead to, where it is there
  std::string typed;              // the searcher's own: whose hits come first
  std::string from;               // the code of the request that is answered; "" for none
  std::vector<std::string> used;  // what was taken before ("section:install#steps"), which comes back alone
};

inline constexpr size_t kMostFound = 12;
inline constexpr size_t kMostUsed = 12;

// What `used` calls it.
std::string used_name(const FoundItem& item);

// The best first. Throws Error.
std::vector<FoundItem> staff_find(const OperationContext& context, const FindSources& sources,
                                  const FindQuestion& question);

// The customer's language, where only the request tells it: that of the request of this code, if the site has
// it; else `otherwise`.
std::string language_of_request(const OperationContext& context, const std::string& code,
                                const std::string& otherwise);

}  // namespace signpost
