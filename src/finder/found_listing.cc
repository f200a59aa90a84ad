// found_listing.cc - see found_listing.h.
#include "finder/found_listing.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json_limits.h"
#include "base/printable.h"

namespace signpost {
namespace {

using Json = nlohmann::ordered_json;

constexpr JsonLimits kLimits{.bytes = 4 << 20, .depth = 16, .values = 100'000};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  if (const size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
  return text;
}

void make_absolute(Json& item, const std::string& origin) {
  const auto url = item.at("url").get<std::string>();
  if (!url.starts_with('/')) return;
  item["url"] = origin + url;
  item["markdown"] =
      replaced(item.at("markdown").get<std::string>(), "](" + url + ")", "](" + origin + url + ")");
  item["html"] = replaced(item.at("html").get<std::string>(), "\"" + url + "\"", "\"" + origin + url + "\"");
}

// Line by line, since a reply has several.
void print_lines(std::string_view text, std::string_view indent, std::ostream& out) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    out << indent << printable(text.substr(0, end)) << '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void print_as_text(const Json& item, std::ostream& out) {
  const auto context = item.at("context").get<std::string>();
  const bool is_reply = item.contains("text");
  out << printable(item.at("title").get<std::string>());
  if (!context.empty() && !is_reply) out << "  (" << printable(context) << ')';
  if (item.at("internal").get<bool>() && item.at("kind") != "request") out << "  [internal]";
  out << '\n';
  print_lines(item.at(is_reply ? "text" : "url").get<std::string>(), "  ", out);
}

}  // namespace

size_t print_found(std::string_view answer, const std::string& origin, FoundFormat format,
                   std::ostream& out) {
  check_json(answer, kLimits);
  try {
    Json found = Json::parse(answer);
    Json& items = found.at("items");
    for (Json& item : items) {
      make_absolute(item, origin);
      if (format == FoundFormat::text) print_as_text(item, out);
      if (format == FoundFormat::markdown) print_lines(item.at("markdown").get<std::string>(), "", out);
      if (format == FoundFormat::html) print_lines(item.at("html").get<std::string>(), "", out);
    }
    if (format == FoundFormat::json) out << printable_json(found.dump(2)) << '\n';
    return items.size();
  } catch (const Json::exception&) {
    throw Error(ErrorKind::corrupt, origin + ": the answer is none of Signpost");
  }
}

}  // namespace signpost
