// chinese_variants_test.cc - simplified and traditional forms of one another.
#include "index/chinese_variants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

TEST(ChineseVariants, GoBothWays) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {{"设置", "設置"}, {"設置", "设置"}, {"发", "發"},     {"发", "髮"},
                        {"發", "髮"},     {"發", "发"},     {"账号", "賬號"}, {"賬號", "账号"},
                        {"后台", "後臺"}, {"後臺", "后台"}, {"里面", "裡面"}, {"密码", "密碼"},
                        {"碼", "码"},     {"账号", "帳號"}, {"帳號", "账号"}, {"帐号", "賬號"},
                        {"发布", "發佈"}, {"註冊", "注册"}, {"启用", "啟用"}, {"周", "週"},
                        {"为", "為"},     {"複", "复"}};
  for (const Case& c : cases) EXPECT_THAT(chinese_variants(c.in), Contains(std::string(c.want))) << c.in;
  for (const char* none : {"", "中文", "ab", "비밀", "せつ", "设置设"})
    EXPECT_THAT(chinese_variants(none), IsEmpty()) << none;
}

}  // namespace
}  // namespace signpost
