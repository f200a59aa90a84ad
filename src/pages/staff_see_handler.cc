// staff_see_handler.cc - leads staff to a page that may have something internal: /staff/see. A browser keeps
// the cookie of staff back where a link of another site leads here; the door then leads on by itself.
#include <algorithm>

#include "net/url.h"
#include "pages/pages.h"
#include "pages/staff_view.h"

namespace signpost {
namespace {

constexpr size_t kMostSeeBytes = 2048;

// An address of this site, and nothing that a browser could take for another's.
bool is_own_path(const std::string& to) {
  const auto is_plain = [](char c) { return c > ' ' && c < 0x7f && c != '\\'; };
  return to.starts_with('/') && !to.starts_with("//") && to.size() <= kMostSeeBytes &&
         std::all_of(to.begin(), to.end(), is_plain);
}

}  // namespace

Response lead_to_internal(const PageContext& context) {
  const std::string to = context.request.query.get("to").value_or("");
  return is_own_path(to) ? redirect(303, to) : text_response(404, "");
}

}  // namespace signpost
