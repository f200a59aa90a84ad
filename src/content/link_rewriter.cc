// link_rewriter.cc - turns the links and images of one source file into URLs of the site.
// Tested by tests/unit/content/link_rewriter_test.cc.
#include "content/link_rewriter.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "content/hidden_folders.h"
#include "content/ids.h"
#include "content/link_targets.h"
#include "content/markdown_names.h"
#include "content/stated_addresses.h"

namespace signpost {
namespace {

struct UrlParts {
  std::string path;           // decoded, with '/' for '\'
  std::string_view query;     // with its '?'
  std::string_view fragment;  // without its '#'
};

UrlParts split_url(std::string_view url) {
  UrlParts parts;
  if (const size_t hash = url.find('#'); hash != std::string_view::npos) {
    parts.fragment = url.substr(hash + 1);
    url = url.substr(0, hash);
  }
  if (const size_t question = url.find('?'); question != std::string_view::npos) {
    parts.query = url.substr(question);
    url = url.substr(0, question);
  }
  parts.path = percent_decode(url);
  std::replace(parts.path.begin(), parts.path.end(), '\\', '/');
  return parts;
}

// Ids are composed (NFC), however the link spells them.
std::string decoded_fragment(std::string_view fragment) {
  std::string text = percent_decode(fragment);
  scrub_utf8(text);
  return composed(text);
}

// As it is written, if it is composed.
std::string shown_fragment(std::string_view fragment) {
  std::string text = percent_decode(fragment);
  return decoded_fragment(fragment) == text ? std::string(fragment) : decoded_fragment(fragment);
}

}  // namespace

void LinkRewriter::warn(const char* rule, Place place, const std::string& message,
                        const std::string& target) {
  std::string text = message;
  scrub_utf8(text);
  diagnostics_.push_back({Severity::warning, path_, place.line, place.column, rule, std::move(text), target});
}

std::optional<Href> LinkRewriter::link(std::string_view source_url, Place place) {
  const Url url = check_url(without_link_prefix(source_url), trust_, UrlUse::link);
  switch (url.kind) {
    case UrlKind::external:
      return Href{url.text, true, std::nullopt};
    case UrlKind::contact:
      return Href{url.text, false, std::nullopt};
    case UrlKind::fragment: {
      if (url.text.size() == 1) return Href{url.text, false, std::nullopt};
      links.push_back(
          {path_, fragment_prefix_ + decoded_fragment(url.text.substr(1)), place.line, place.column, {}});
      return Href{"#" + fragment_prefix_ + shown_fragment(url.text.substr(1)), false, links.size() - 1};
    }
    case UrlKind::path:
    case UrlKind::relative:
      return link_within_site(url, place);
    case UrlKind::blocked:
    case UrlKind::data:
      break;
  }
  warn("link-target", place,
       "a link of this kind is not allowed here: " + std::string(source_url.substr(0, 60)));
  return std::nullopt;
}

std::string LinkRewriter::real_path(const std::string& path) const {
  return resolver_.real_path ? resolver_.real_path(path) : path;
}

std::optional<Href> LinkRewriter::page_link(const std::string& target, std::string_view fragment,
                                            Place place) {
  if (!resolver_.page_of) return std::nullopt;
  for (const std::string& candidate : page_candidates(path_, target)) {
    const std::string file = real_path(candidate);
    std::optional<std::string> page = resolver_.page_of(file);
    if (!page) continue;
    links.push_back({file, decoded_fragment(fragment), place.line, place.column, {}});
    if (!fragment.empty()) *page += "#" + shown_fragment(fragment);
    return Href{std::move(*page), false, links.size() - 1};
  }
  return std::nullopt;
}

// A browser would resolve it against the address that the page has elsewhere, which may end with '/' or not.
std::optional<Href> LinkRewriter::address_link(const std::string& path, std::string_view fragment,
                                               Place place) {
  if (!resolver_.page_at || path.empty()) return std::nullopt;
  std::vector<std::string> bases = {"/"};
  if (path[0] != '/') {
    bases.clear();
    for (const std::string& own : own_addresses) {
      bases.push_back(own);
      bases.push_back(own + "/");
    }
  }
  for (const std::string& base : bases) {
    const auto address = resolve_path(base, path);
    if (!address) continue;
    // "/en-US/docs/a" where the page says "a": a server puts that before all of them.
    std::string_view rest = *address;
    for (int left_out = 0;; ++left_out) {
      if (const auto target = resolver_.page_at("/" + std::string(rest)))
        return page_link(*target, fragment, place);
      const size_t slash = rest.find('/');
      const bool may_go = path[0] == '/' && left_out < 2 && slash != std::string_view::npos;
      if (!may_go || !is_left_out_of_addresses(rest.substr(0, slash))) break;
      rest.remove_prefix(slash + 1);
    }
  }
  return std::nullopt;
}

std::optional<std::string> LinkRewriter::asset_url(const std::string& target) {
  if (target.empty() || is_markdown_name(target) || !may_be_asset(target)) return std::nullopt;
  const std::string file = real_path(target);
  if (!resolver_.has_file || !resolver_.has_file(file)) return std::nullopt;
  const std::string url = "/files/" + encode_path(file);
  const auto same = [&](const Asset& asset) { return asset.url == url; };
  if (std::none_of(assets.begin(), assets.end(), same)) assets.push_back({file, url});
  return url;
}

std::optional<std::string> LinkRewriter::asset_at(const std::string& path) {
  for (const auto& targets : {link_targets(path_, path), static_targets(path_, path)}) {
    for (const std::string& target : targets) {
      if (auto file = asset_url(target)) return file;
    }
  }
  return std::nullopt;
}

// The page that a path leads to, if that is for staff alone; "" where it is not.
std::string LinkRewriter::internal_target(const std::string& path) const {
  if (!resolver_.is_internal) return {};
  for (const std::string& target : link_targets(path_, path)) {
    for (const std::string& candidate : page_candidates(path_, target)) {
      const std::string file = real_path(candidate);
      if (resolver_.is_internal(file)) return file;
    }
  }
  return {};
}

std::optional<Href> LinkRewriter::link_within_site(const Url& url, Place place) {
  const UrlParts parts = split_url(url.text);
  for (const std::string& target : link_targets(path_, parts.path)) {
    if (has_extension(target)) {
      if (auto file = asset_url(target)) return Href{*file, false, std::nullopt};
    }
    if (auto href = page_link(target, parts.fragment, place)) return href;
  }
  if (auto href = address_link(parts.path, parts.fragment, place)) return href;
  if (auto file = asset_at(parts.path)) return Href{*file, false, std::nullopt};
  // It may be an address of this site, old or new: these are known when all files are.
  const bool absolute = url.kind == UrlKind::path && trust_ == Trust::company;
  if (absolute && !is_markdown_name(parts.path)) {
    links.push_back({"", "", place.line, place.column, {}, composed(parts.path)});
    return Href{url.text, false, std::nullopt};
  }
  if (const std::string internal = internal_target(parts.path); !internal.empty()) {
    diagnostics_.push_back({Severity::error, path_, place.line, place.column, "internal-link",
                            "links to " + internal + ", which only staff may read", internal});
    return std::nullopt;
  }
  const std::string_view shown =
      std::string_view(url.text).substr(url.text.starts_with(kReference) ? kReference.size() : 0);
  warn("link-target", place, "link to nowhere: " + std::string(shown.substr(0, 200)),
       resolve_path(path_, parts.path).value_or(""));
  return std::nullopt;
}

std::optional<std::string> LinkRewriter::image(std::string_view source_url, Place place) {
  return shown(source_url, "image", place);
}

std::optional<std::string> LinkRewriter::media(std::string_view source_url, Place place) {
  return shown(source_url, "film or sound", place);
}

// The page's own policy allows nothing of other sites but over https.
std::string LinkRewriter::encrypted(const std::string& url, Place place) {
  if (url.starts_with("//")) return "https:" + url;
  if (lower_case(url.substr(0, 7)) != "http://") return url;
  warn("asset-http", place,
       "browsers load this only over https, so its address was changed to https: " + url.substr(0, 200));
  return "https://" + url.substr(7);
}

std::optional<std::string> LinkRewriter::shown(std::string_view source_url, const char* what, Place place) {
  const Url url = check_url(without_link_prefix(source_url), trust_, UrlUse::image);
  if (url.kind == UrlKind::external && trust_ == Trust::company) return encrypted(url.text, place);
  if (url.kind == UrlKind::data) return url.text;
  if (url.kind == UrlKind::path || url.kind == UrlKind::relative) {
    const std::string path = split_url(url.text).path;
    if (auto file = asset_at(path)) return file;
    warn("asset-missing", place, std::string("there is no such ") + what + ": " + url.text.substr(0, 200),
         resolve_path(path_, path).value_or(""));
    return std::nullopt;
  }
  if (url.kind != UrlKind::external) {
    warn("asset-missing", place,
         std::string(what) + " of a kind that is not allowed here: " + std::string(source_url.substr(0, 60)));
  }
  return std::nullopt;
}

}  // namespace signpost
