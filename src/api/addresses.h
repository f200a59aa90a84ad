// addresses.h - where things stand on this site: paths of pages, percent-encoded, as answers and pages name
// them. Tested by tests/unit/api/addresses_test.cc.
#pragma once

#include <string>

#include "content/site.h"

namespace signpost {

// "/" in the default language, "/ko/" in another.
std::string home_path(const Site& site, const std::string& lang);
// "/ko/categories"
std::string topics_path(const std::string& lang);
// "/ko/ask"
std::string ask_path(const std::string& lang);
// "/ko/feedback"
std::string feedback_path(const std::string& lang);
// "/ko/contact", "/ko/requests/new"
std::string contact_path(const std::string& lang);
std::string new_request_path(const std::string& lang);
// "/ko/outcomes"
std::string outcomes_path(const std::string& lang);
// "/ko/categories/setup"
std::string category_url(const std::string& category, const std::string& lang);
// "/ko/incidents", "/ko/incidents/slow-search", "/ko/incidents.atom"
std::string incidents_path(const std::string& lang);
std::string incident_url(const std::string& id, const std::string& lang);
std::string incident_feed_path(const std::string& lang);
// "/ko/improvements", "/ko/improvements.atom"
std::string improvements_path(const std::string& lang);
std::string improvement_feed_path(const std::string& lang);
// "/ko/requests/4F9K-0A7C-PQX3"
std::string request_url(const std::string& code, const std::string& lang);
// "/s/4f9k0a"; "" of no code
std::string short_path(const std::string& code);
// "/staff/requests/4F9K-0A7C-PQX3"
std::string staff_request_url(const std::string& code);
// "/staff/see?to=..." of a page with something internal: a link from a chat leads on to it there.
std::string staff_see_url(const std::string& path);
// A page's URL as the index has it, with "#anchor" unless that is "".
std::string page_url(const std::string& url, const std::string& anchor = "");
// Where a file of the source is edited, with a message for the commit: `edit_url` of site.yaml, filled in; ""
// without one, or where the file is not known.
std::string edit_address(const Site& site, const std::string& source, const std::string& message);
// The base URL and the path.
std::string absolute_url(const Site& site, const std::string& path);

}  // namespace signpost
