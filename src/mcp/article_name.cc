// article_name.cc - see article_name.h.
#include "mcp/article_name.h"

#include "base/percent.h"
#include "content/ids.h"
#include "content/language.h"

namespace signpost {
namespace {

constexpr std::string_view kScheme = "signpost://";
constexpr std::string_view kFolder = "/articles/";

std::optional<ArticleName> valid_name(std::string_view lang, const std::string& id) {
  if (!is_valid_id(id)) return std::nullopt;
  if (lang.empty()) return ArticleName{"", id};
  const auto code = canonical_language(lang);
  return code ? std::optional(ArticleName{*code, id}) : std::nullopt;
}

}  // namespace

std::string to_text(const ArticleName& name) { return name.lang + "/" + name.id; }

std::string resource_uri(const ArticleName& name) {
  return std::string(kScheme) + name.lang + std::string(kFolder) + percent_encode(name.id);
}

std::optional<ArticleName> parse_resource_uri(std::string_view uri) {
  if (!uri.starts_with(kScheme)) return std::nullopt;
  uri.remove_prefix(kScheme.size());
  const size_t folder = uri.find(kFolder);
  if (folder == std::string_view::npos || folder == 0) return std::nullopt;
  return valid_name(uri.substr(0, folder), percent_decode(uri.substr(folder + kFolder.size())));
}

std::optional<ArticleName> parse_article_name(std::string_view text) {
  text = text.substr(0, text.find('#'));
  if (text.starts_with(kScheme)) return parse_resource_uri(text);
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) return valid_name("", std::string(text));
  return slash == 0 ? std::nullopt : valid_name(text.substr(0, slash), std::string(text.substr(slash + 1)));
}

}  // namespace signpost
