// markdown_golden_test.cc - whole pages in tests/golden/markdown: NAME.md in, NAME.html and NAME.txt (the
// sections and what was found wrong) out. SIGNPOST_UPDATE_GOLDENS=1 rewrites what is expected.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "content/article.h"
#include "content/ids.h"
#include "content/parse.h"
#include "content/thread.h"
#include "tests/unit/content/block_checks.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(SIGNPOST_SOURCE_DIR) / "tests/golden/markdown";

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

LinkResolver golden_site() {
  LinkResolver links;
  links.page_of = [](const std::string& path) -> std::optional<std::string> {
    if (path != "other.md" && path != "guide/index.md") return std::nullopt;
    return "/en/articles/" + make_id(path.substr(0, path.size() - 3));
  };
  links.has_file = [](const std::string& path) { return path == "picture.png" || path == "manual.pdf"; };
  return links;
}

std::string describe(const ParseResult& result) {
  std::ostringstream out;
  for (const Diagnostic& d : result.diagnostics) out << to_string(d) << "\n";
  if (!result.document) return out.str();
  const Document& d = *result.document;
  out << "title: " << d.title << "\nsummary: " << d.summary << "\n";
  for (const Link& l : d.links)
    out << "link " << l.line << ": " << l.target_path << l.address << " #" << l.fragment << " (" << l.text
        << ")\n";
  for (const Asset& a : d.assets) out << "asset: " << a.source_path << " -> " << a.url << "\n";
  for (const std::string& a : d.anchors) out << "anchor: " << a << "\n";
  for (const Section& s : d.sections) {
    out << "\n== " << s.level << " #" << s.anchor << " ";
    for (const std::string& part : s.path) out << "/ " << part << " ";
    out << "\n" << s.text << "\n";
    if (!s.blocks.empty()) out << "-- " << testing::outline(s) << "\n";
  }
  return out.str();
}

void check(const fs::path& path, const std::string& actual) {
  if (std::getenv("SIGNPOST_UPDATE_GOLDENS") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
  } else {
    EXPECT_EQ(actual, read_file(path)) << path << "; SIGNPOST_UPDATE_GOLDENS=1 rewrites it";
  }
}

TEST(MarkdownGolden, PagesAreAsReviewed) {
  std::vector<fs::path> sources;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".md") sources.push_back(entry.path());
  }
  std::sort(sources.begin(), sources.end());
  ASSERT_GE(sources.size(), 8u);
  for (const fs::path& source : sources) {
    SCOPED_TRACE(source.filename());
    const std::string name = source.stem().string();
    Site site;
    site.strip_template_tags = name.rfind("foreign-", 0) == 0;
    SourceInfo info;
    info.path = source.filename().string();
    info.lang = name.size() > 3 && name[name.size() - 3] == '.' ? name.substr(name.size() - 2) : "en";
    const bool post = name.rfind("post-", 0) == 0;
    if (post) info.kind = Kind::community;
    const SourceFile file{info.path, read_file(source)};
    const ParseResult result = post ? parse_thread(info, {file}, site, golden_site())
                                    : parse_article(info, file, site, golden_site());
    ASSERT_TRUE(result.document);
    check(kFolder / (name + ".html"), post ? result.document->posts.front().html : result.document->html);
    check(kFolder / (name + ".txt"), describe(result));
  }
}

}  // namespace
}  // namespace signpost
