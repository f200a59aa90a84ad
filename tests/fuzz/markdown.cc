// markdown.cc - fuzz target: Markdown of the company's own and of strangers to documents that are safe to
// show, judged by the independent HTML parser of the unit tests.
#include "content/plain.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/content/block_checks.h"
#include "tests/unit/content/html_oracle.h"
#include "tests/unit/content/parse_helpers.h"

using signpost::fuzz::require;
using signpost::fuzz::require_utf8;

namespace {

void check_html(const std::string& html, bool stranger) {
  require_utf8(html, "a page is UTF-8");
  const std::vector<std::string> found = signpost::testing::violations(html, stranger);
  for (const std::string& violation : found) std::fprintf(stderr, "%s\n", violation.c_str());
  require(found.empty(), "a page holds only what is allowed");
}

void check(const signpost::ParseResult& result, bool stranger) {
  require(result.document.has_value() || !result.diagnostics.empty(), "there is a document, or a reason");
  for (const signpost::Diagnostic& diagnostic : result.diagnostics)
    require_utf8(diagnostic.message, "a message is UTF-8");
  if (!result.document) return;
  const signpost::Document& document = *result.document;
  require_utf8(document.title, "the title is UTF-8");
  require_utf8(document.summary, "the summary is UTF-8");
  for (const signpost::Section& section : document.sections) {
    require_utf8(section.text, "a section is UTF-8");
    require_utf8(section.heading, "a heading is UTF-8");
    require_utf8(section.anchor, "an anchor is UTF-8");
    for (const auto& [begin, end] : section.links)
      require(begin <= end && end <= section.text.size(), "a link lies in its section");
    const std::string broken = signpost::testing::broken_rule(section);
    require(broken.empty(), broken.c_str());
  }
  check_html(document.html, stranger);
  for (const signpost::Post& post : document.posts) check_html(post.html, true);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(signpost::fuzz::text_of(data, size));
  check(signpost::testing::parse(bytes), false);
  check(signpost::testing::parse(bytes, signpost::testing::site_of_all_dialects(), "ko"), false);
  check(signpost::testing::parse_posts(
            {{"help/en/start/question.md", bytes}, {"help/en/start/answer-1.md", bytes}}),
        true);
  check(signpost::parse_plain({"help/en/start/page.md", signpost::Kind::help, "page", "en", ""},
                              {{"help/en/start/page.md", bytes}}, {}),
        false);
  return 0;
}
