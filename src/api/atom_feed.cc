// atom_feed.cc - see atom_feed.h.
#include "api/atom_feed.h"

#include <chrono>
#include <string_view>

#include "api/addresses.h"
#include "base/dates.h"
#include "base/escape.h"
#include "base/sha256.h"
#include "base/shown_text.h"

namespace signpost {
namespace {

constexpr size_t kMostFeedBytes = 256 * 1024;

// A UUID that is made from a name (RFC 9562, version 8), so that it says the same wherever the site moves.
std::string urn_of(const std::string& name) {
  std::string hex = sha256_of(name).substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<size_t>(hex[16]) % 4];
  return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
         hex.substr(16, 4) + "-" + hex.substr(20);
}

// Text that stands between tags; characters that XML can't have are left out.
std::string xml(std::string_view text) {
  std::string kept;
  for (const char c : without_bidi_controls(text)) {
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') kept += c;
  }
  return html_escaped(kept);
}

std::string entry_xml(const AtomEntry& entry) {
  return "<entry xml:lang=\"" + xml(entry.lang) + "\">\n<id>" + urn_of(entry.name) + "</id>\n<title>" +
         xml(entry.title) + "</title>\n<updated>" + entry.time + "</updated>\n<published>" + entry.time +
         "</published>\n<link rel=\"alternate\" type=\"text/html\" href=\"" + xml(entry.url) +
         "\"/>\n<content type=\"html\">" + xml(entry.html) + "</content>\n</entry>\n";
}

}  // namespace

AtomFeed feed_of_site(const OperationContext& context, const std::string& name, const std::string& own_path,
                      const std::string& page_path) {
  const Site& site = context.site();
  const std::string site_title = pick(site.title, context.lang, site);
  const auto made =
      std::chrono::duration_cast<std::chrono::seconds>(context.generation->created().time_since_epoch());
  return {.name = site.base_url + "\n" + name + "\n" + context.lang,
          .lang = context.lang,
          .title = site_title + ": " + interface_text(context, name + "_title"),
          .author = site_title,
          .updated = format_time(made.count()),
          .own_url = absolute_url(site, own_path),
          .page_url = absolute_url(site, page_path),
          .entries = {}};
}

std::string atom_xml(const AtomFeed& feed) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
      xml(feed.lang) + "\">\n<id>" + urn_of(feed.name) + "</id>\n<title>" + xml(feed.title) +
      "</title>\n<updated>" + feed.updated + "</updated>\n<author><name>" + xml(feed.author) +
      "</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"" + xml(feed.own_url) +
      "\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"" + xml(feed.page_url) + "\"/>\n";
  for (const AtomEntry& entry : feed.entries) {
    const std::string one = entry_xml(entry);
    if (text.size() + one.size() <= kMostFeedBytes) text += one;
  }
  return text + "</feed>\n";
}

}  // namespace signpost
