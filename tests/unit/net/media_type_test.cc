// media_type_test.cc - what kind of bytes a file holds, by its name.
#include "net/media_type.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(MediaType, IsThatOfTheExtension) {
  struct Case {
    const char* path;
    const char* want;
  };
  const Case cases[] = {
      {"css/app.css", "text/css; charset=utf-8"},
      {"img/A.PNG", "image/png"},
      {"logo.svg", "image/svg+xml"},
      {"a.tar.gz", "application/octet-stream"},
      {"README", "application/octet-stream"},
      {"", "application/octet-stream"},
      {"a.", "application/octet-stream"},
      {"sitemaps/000000.xml", "application/xml"},
  };
  for (const Case& test : cases) EXPECT_EQ(media_type_of(test.path), test.want) << test.path;
}

}  // namespace
}  // namespace signpost
