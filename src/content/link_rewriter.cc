// link_rewriter.cc - turns the links and images of one source file into URLs of the site.
// Tested by tests/unit/content/link_rewriter_test.cc.
#include "content/link_rewriter.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "content/hidden_folders.h"
#include "content/markdown_names.h"

namespace signpost {
namespace {

bool has_extension(std::string_view path) {
  const size_t name = path.find_last_of('/') + 1;  // npos + 1 is 0
  const size_t dot = path.find_last_of('.');
  return dot != std::string_view::npos && dot > name && path.size() - dot <= 6;
}

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

std::string decoded_fragment(std::string_view fragment) {
  std::string text = percent_decode(fragment);
  scrub_utf8(text);
  return text;
}

}  // namespace

std::optional<std::string> resolve_path(std::string_view from, std::string_view target) {
  std::string joined;
  if (target.substr(0, 1) != "/") joined = std::string(from.substr(0, from.find_last_of('/') + 1));
  joined += target;
  std::vector<std::string_view> parts;
  std::string_view rest = joined;
  while (!rest.empty()) {
    const size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string path;
  for (const std::string_view part : parts) {
    if (!path.empty()) path += '/';
    path += part;
  }
  if (path.find('\0') != std::string::npos || first_invalid_utf8(path) != std::string::npos)
    return std::nullopt;
  return path;
}

void LinkRewriter::warn(const char* rule, Place place, const std::string& message,
                        const std::string& target) {
  std::string text = message;
  scrub_utf8(text);
  diagnostics_.push_back({Severity::warning, path_, place.line, place.column, rule, std::move(text), target});
}

std::optional<Href> LinkRewriter::link(std::string_view source_url, Place place) {
  const Url url = check_url(source_url, trust_, UrlUse::link);
  switch (url.kind) {
    case UrlKind::external:
      return Href{url.text, true, std::nullopt};
    case UrlKind::contact:
      return Href{url.text, false, std::nullopt};
    case UrlKind::fragment: {
      if (url.text.size() == 1) return Href{url.text, false, std::nullopt};
      links.push_back(
          {path_, fragment_prefix_ + decoded_fragment(url.text.substr(1)), place.line, place.column, {}});
      return Href{"#" + fragment_prefix_ + url.text.substr(1), false, links.size() - 1};
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

std::optional<Href> LinkRewriter::page_link(const std::string& target, std::string_view fragment,
                                            Place place) {
  if (!resolver_.page_of) return std::nullopt;
  std::optional<std::string> page = resolver_.page_of(target);
  if (!page) return std::nullopt;
  links.push_back({target, decoded_fragment(fragment), place.line, place.column, {}});
  if (!fragment.empty()) *page += "#" + std::string(fragment);
  return Href{std::move(*page), false, links.size() - 1};
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
    const auto target = address ? resolver_.page_at("/" + *address) : std::nullopt;
    if (target) return page_link(*target, fragment, place);
  }
  return std::nullopt;
}

std::optional<std::string> LinkRewriter::asset_url(const std::string& target) {
  if (target.empty() || is_markdown_name(target) || !may_be_asset(target)) return std::nullopt;
  if (!resolver_.has_file || !resolver_.has_file(target)) return std::nullopt;
  const std::string url = "/files/" + encode_path(target);
  const auto same = [&](const Asset& asset) { return asset.url == url; };
  if (std::none_of(assets.begin(), assets.end(), same)) assets.push_back({target, url});
  return url;
}

std::optional<Href> LinkRewriter::link_within_site(const Url& url, Place place) {
  const UrlParts parts = split_url(url.text);
  const bool absolute = url.kind == UrlKind::path;
  const auto target = resolve_path(path_, parts.path);
  if (target && (is_markdown_name(*target) || !has_extension(*target))) {
    for (const std::string& candidate : page_candidates(*target)) {
      if (auto href = page_link(candidate, parts.fragment, place)) return href;
    }
  }
  if (target) {
    if (auto file = asset_url(*target)) return Href{*file, false, std::nullopt};
  }
  if (auto href = address_link(parts.path, parts.fragment, place)) return href;
  // Paths of other generators and of this site's own pages are not ours to judge.
  if (absolute && trust_ == Trust::company && !(target && is_markdown_name(*target))) {
    return Href{url.text, false, std::nullopt};
  }
  warn("link-target", place, "link to nowhere: " + url.text.substr(0, 200), target.value_or(""));
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
       "browsers show this over https only, so it is asked for that way: " + url.substr(0, 200));
  return "https://" + url.substr(7);
}

std::optional<std::string> LinkRewriter::shown(std::string_view source_url, const char* what, Place place) {
  const Url url = check_url(source_url, trust_, UrlUse::image);
  if (url.kind == UrlKind::external && trust_ == Trust::company) return encrypted(url.text, place);
  if (url.kind == UrlKind::data) return url.text;
  if (url.kind == UrlKind::path || url.kind == UrlKind::relative) {
    const auto target = resolve_path(path_, split_url(url.text).path);
    if (target) {
      if (auto file = asset_url(*target)) return file;
    }
    warn("asset-missing", place, std::string("there is no such ") + what + ": " + url.text.substr(0, 200),
         target.value_or(""));
    return std::nullopt;
  }
  if (url.kind != UrlKind::external) {
    warn("asset-missing", place,
         std::string(what) + " of a kind that is not allowed here: " + std::string(source_url.substr(0, 60)));
  }
  return std::nullopt;
}

}  // namespace signpost
