// post_file.cc - the mark is a comment of YAML, so that no reader of front matter takes it for a key.
#include "importer/post_file.h"

#include "base/utf8.h"
#include "importer/markdown_text.h"

namespace signpost {
namespace {

std::string mark_of(std::string_view key) {
  return "---\n# signpost-import " + std::string(key) +
         ": the next import replaces this file, unless you delete this line.\n";
}

// A YAML string in double quotes (https://yaml.org/spec/1.2.2/#double-quoted-style).
std::string quoted_yaml(std::string_view text) {
  std::string clean = collapsed(text);
  scrub_utf8(clean);
  std::string out = "\"";
  for (const char c : clean) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string flow_list(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const std::string& item : items) {
    if (out.size() > 1) out += ", ";
    out += quoted_yaml(item);
  }
  return out + "]";
}

std::string front_matter(const ImportedPost& post) {
  std::string out;
  const auto line = [&](const char* key, const std::string& value) {
    out += key;
    out += ": " + value + '\n';
  };
  if (post.question) {
    line("title", quoted_yaml(post.title));
    line("id", quoted_yaml(post.id));
    if (!post.category.empty()) line("category", quoted_yaml(post.category));
    if (!post.tags.empty()) line("tags", flow_list(post.tags));
  }
  const Attribution& from = post.attribution;
  const auto text = [&](const char* key, const std::string& value) {
    if (!collapsed(value).empty()) line(key, quoted_yaml(value));
  };
  text("author", from.author);
  text("author_url", from.author_url);
  text("source", from.post_url);
  text("license", from.license);
  text("license_url", license_url(collapsed(from.license)));
  text("closed", from.closed_on);
  line("date", post.date);
  if (!post.updated.empty() && post.updated > post.date) line("updated", post.updated);
  line("votes", std::to_string(post.votes));
  if (post.accepted) line("accepted", "true");
  return out;
}

}  // namespace

std::string post_file(const ImportedPost& post, std::string_view key) {
  return mark_of(key) + front_matter(post) + "---\n\n" + post.body + (post.body.empty() ? "" : "\n");
}

bool is_post_file(std::string_view head, std::string_view key) {
  const std::string mark = mark_of(key);
  return head.substr(0, mark.size()) == mark;
}

}  // namespace signpost
