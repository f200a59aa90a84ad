// article_name.h - how assistants name an article: "ko/install", which a search gives and fetch takes, and
// "signpost://ko/articles/install", the address of the resource. Tested by
// tests/unit/mcp/article_name_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

struct ArticleName {
  std::string lang;  // "" for none
  std::string id;

  bool operator==(const ArticleName&) const = default;
};

std::string to_text(const ArticleName& name);
std::string resource_uri(const ArticleName& name);

// Either of the two, or an id alone, each with "#anchor" behind it or not; nullopt for anything else.
std::optional<ArticleName> parse_article_name(std::string_view text);
// The address alone.
std::optional<ArticleName> parse_resource_uri(std::string_view uri);

}  // namespace signpost
