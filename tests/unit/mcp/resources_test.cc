// resources_test.cc - articles as resources: listed page by page, and read in their own language alone.
#include "mcp/resources.h"

#include <gmock/gmock.h>

#include <set>

#include "mcp_client.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using testing::json;
using testing::json_of;

class ResourcesTest : public testing::McpTest {
 protected:
  json read_error(const json& uri) {
    return error_of(testing::ask_modern(app_, "resources/read", {{"uri", uri}}));
  }
};

TEST_F(ResourcesTest, AreAllThatIsPublished) {
  const json page = result_of("resources/list");
  std::set<std::string> uris;
  for (const json& resource : page.at("resources")) {
    uris.insert(resource.at("uri"));
    EXPECT_EQ(resource.at("mimeType"), "text/markdown");
    EXPECT_FALSE(resource.at("name").get<std::string>().empty());
    EXPECT_FALSE(resource.at("title").get<std::string>().empty());
  }
  EXPECT_EQ(uris.size(), page.at("resources").size());
  EXPECT_EQ(uris.size(), app_.open(app_.generation_dir())->searcher().document_count());
  EXPECT_THAT(uris, Contains("signpost://ko/articles/install"));
  EXPECT_THAT(uris, Contains("signpost://en/articles/printer-offline"));
  EXPECT_THAT(uris,
              Contains("signpost://ja/articles/%E6%97%A5%E6%9C%AC%E8%AA%9E%E3%82%AC%E3%82%A4%E3%83%89"));
  EXPECT_FALSE(page.contains("nextCursor"));
  for (const std::string& uri : uris) {
    const json read = result_of("resources/read", {{"uri", uri}});
    EXPECT_EQ(read.at("contents").at(0).at("uri"), uri);
    EXPECT_FALSE(read.at("contents").at(0).at("text").get<std::string>().empty());
  }
}

TEST_F(ResourcesTest, AreReadAsTheMarkdownOfThePage) {
  const json content =
      result_of("resources/read", {{"uri", "signpost://ko/articles/install"}}).at("contents").at(0);
  EXPECT_EQ(content.at("text"), app_.get("/ko/articles/install.md").body);
  EXPECT_EQ(content.at("mimeType"), "text/markdown");
  const json templates = result_of("resources/templates/list").at("resourceTemplates");
  EXPECT_EQ(templates.at(0).at("uriTemplate"), "signpost://{lang}/articles/{id}");
}

TEST_F(ResourcesTest, ThatAreNotThereAreAnError) {
  for (const char* uri :
       {"signpost://ko/articles/sign-in", "signpost://xx/articles/install", "signpost://en/articles/nothing",
        "file:///etc/passwd", "signpost://en/articles/..%2F..%2Fetc%2Fpasswd", ""}) {
    const json error = read_error(uri);
    EXPECT_EQ(error.at("code"), -32602) << uri;
    EXPECT_EQ(error.at("data").at("uri"), uri);
    EXPECT_EQ(error_of(testing::ask_legacy(app_, "resources/read", {{"uri", uri}})).at("code"), -32002)
        << uri;
  }
  EXPECT_EQ(read_error(5).at("code"), -32602);
  EXPECT_EQ(error_of(testing::ask_modern(app_, "resources/read")).at("code"), -32602);
}

TEST_F(ResourcesTest, CursorsAreThoseThatWereGiven) {
  for (const json& cursor : {json("x"), json(""), json("-100"), json("50"), json("100x"), json(100),
                             json(nullptr), json("99999999999999999999999")}) {
    EXPECT_EQ(error_of(testing::ask_modern(app_, "resources/list", {{"cursor", cursor}})).at("code"), -32602)
        << cursor;
  }
  // Behind the last page, as when there are fewer than there were.
  EXPECT_TRUE(result_of("resources/list", {{"cursor", "18446744073709551600"}}).at("resources").empty());
  for (const char* method : {"tools/list", "resources/templates/list"})
    EXPECT_EQ(error_of(testing::ask_modern(app_, method, {{"cursor", "0"}})).at("code"), -32602);
}

}  // namespace
}  // namespace signpost
