// request_listing.h - requests as staff read them on a terminal, and as other programs do.
// Tested by tests/unit/desk/request_listing_test.cc.
#pragma once

#include <iosfwd>
#include <string>

#include "store/request.h"

namespace signpost {

enum class ListingFormat { text, json, csv };

// What is said of each request.
enum class ListingDetail {
  line,  // code, state, times, who wrote, and how the message begins
  all
};

// Writes one request after the other; what they say can't steer a terminal. CSV is RFC 4180's with UTF-8; a
// cell that a spreadsheet would take for a formula begins with an apostrophe.
class RequestListing {
 public:
  // Text is for `line` only.
  RequestListing(ListingFormat format, ListingDetail detail, std::ostream& out);
  void add(const StoredRequest& request);
  void finish();

 private:
  const ListingFormat format_;
  const ListingDetail detail_;
  std::ostream& out_;
  bool any_ = false;
};

// One request with all that is known of it, for people at a terminal.
std::string describe_request(const StoredRequest& request);

}  // namespace signpost
