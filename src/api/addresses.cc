// addresses.cc - see addresses.h.
#include "api/addresses.h"

#include <algorithm>
#include <string_view>

#include "base/percent.h"
#include "index/schema.h"

namespace signpost {
namespace {

std::string replaced_once(std::string text, std::string_view what, const std::string& with) {
  if (const size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
  return text;
}

}  // namespace

std::string home_path(const Site& site, const std::string& lang) {
  return home_url(site.default_language, lang);
}

std::string topics_path(const std::string& lang) { return "/" + percent_encode(lang) + "/categories"; }

std::string ask_path(const std::string& lang) { return "/" + lang + "/ask"; }

std::string feedback_path(const std::string& lang) { return "/" + percent_encode(lang) + "/feedback"; }

std::string contact_path(const std::string& lang) { return "/" + percent_encode(lang) + "/contact"; }

std::string new_request_path(const std::string& lang) { return "/" + percent_encode(lang) + "/requests/new"; }

std::string outcomes_path(const std::string& lang) { return "/" + percent_encode(lang) + "/outcomes"; }

std::string category_url(const std::string& category, const std::string& lang) {
  return topics_path(lang) + "/" + percent_encode(category);
}

std::string incidents_path(const std::string& lang) { return "/" + percent_encode(lang) + "/incidents"; }

std::string incident_url(const std::string& id, const std::string& lang) {
  return incidents_path(lang) + "/" + percent_encode(id);
}

std::string incident_feed_path(const std::string& lang) { return incidents_path(lang) + ".atom"; }

std::string improvements_path(const std::string& lang) {
  return "/" + percent_encode(lang) + "/improvements";
}

std::string improvement_feed_path(const std::string& lang) { return improvements_path(lang) + ".atom"; }

std::string request_url(const std::string& code, const std::string& lang) {
  return "/" + percent_encode(lang) + "/requests/" + percent_encode(code);
}

std::string short_path(const std::string& code) { return code.empty() ? "" : "/s/" + code; }

std::string staff_request_url(const std::string& code) { return "/staff/requests/" + percent_encode(code); }

std::string staff_see_url(const std::string& path) { return "/staff/see?to=" + percent_encode(path); }

std::string page_url(const std::string& url, const std::string& anchor) {
  const size_t hash = std::min(url.find('#'), url.size());
  std::string encoded = url.substr(0, hash);
  const std::string own_anchor = hash < url.size() ? url.substr(hash + 1) : "";
  const std::string& fragment = anchor.empty() ? own_anchor : anchor;
  if (!fragment.empty()) encoded += "#" + percent_encode(fragment);
  return encoded;
}

std::string absolute_url(const Site& site, const std::string& path) { return site.base_url + path; }

std::string edit_address(const Site& site, const std::string& source, const std::string& message) {
  // A pack says what it likes, and this stands in links.
  const bool is_address = site.edit_url.starts_with("https://") || site.edit_url.starts_with("http://");
  if (!is_address || source.empty()) return {};
  // What is put in for one is never looked through for the other.
  const size_t split = site.edit_url.find("{message}");
  const std::string path = replaced_once(site.edit_url.substr(0, split), "{path}", encode_path(source));
  if (split == std::string::npos) return path;
  return path + percent_encode(message) +
         replaced_once(site.edit_url.substr(split + std::string_view("{message}").size()), "{path}",
                       encode_path(source));
}

}  // namespace signpost
