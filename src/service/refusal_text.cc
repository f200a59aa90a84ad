// refusal_text.cc - see refusal_text.h.
#include "service/refusal_text.h"

namespace signpost {

std::string refusal_detail(int status) {
  switch (status) {
    case 408:
      return "The request did not arrive completely in time.";
    case 413:
      return "The body of the request is too large.";
    case 414:
      return "The address is too long.";
    case 431:
      return "The headers of the request are too large.";
    case 429:
      return "There were too many requests from your address.";
    case 503:
      return "There are more requests than we can answer at this moment.";
    default:
      return "This request can't be read.";
  }
}

}  // namespace signpost
