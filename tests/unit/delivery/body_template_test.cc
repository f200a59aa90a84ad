#include "delivery/body_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "told_event.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;

std::string filled_with(const std::string& body, const EventFields& fields) {
  return BodyTemplate(body, "a.json").fill(fields);
}

std::string fault_of_template(const std::string& body) {
  try {
    BodyTemplate(body, "dir/a.json");
  } catch (const Error& fault) {
    EXPECT_EQ(fault.kind(), ErrorKind::corrupt);
    return fault.what();
  }
  return "";
}

TEST(BodyTemplate, FillsTheTextsAndNothingElse) {
  const EventFields fields = {{"name", "Ann"}, {"email", ""}, {"code", "4F9K"}, {"message", "{{name}}"}};
  const struct {
    std::string in, want;
  } cases[] = {
      {R"({"a":"{{name}}"})", R"({"a":"Ann"})"},
      {R"({"a":"for {{ name }}: {{code}}!","b":[1,null,true,"{{code}}"]})",
       R"({"a":"for Ann: 4F9K!","b":[1,null,true,"4F9K"]})"},
      {R"({"z":1,"a":{"{{name}}":"x"}})", R"({"z":1,"a":{"{{name}}":"x"}})"},
      {R"({"a":"{{email|name}}"})", R"({"a":"Ann"})"},
      {R"({"a":"{{email|'no address'}}"})", R"({"a":"no address"})"},
      {R"({"a":"guess:{{email|'desk@example.com'}}"})", R"({"a":"guess:desk@example.com"})"},
      {R"({"a":"{{email}}","b":{"c":"{{email}}"},"d":["{{email}}",2]})", R"({"b":{},"d":[2]})"},
      {R"({"a":"","b":"x{{email}}"})", R"({"a":"","b":"x"})"},
      {R"({"a":"{{message}}"})", R"({"a":"{{name}}"})"},  // what was put in is not filled again
      {R"("{{name}}")", R"("Ann")"},
  };
  for (const auto& [in, want] : cases) EXPECT_EQ(filled_with(in, fields), want) << in;
}

TEST(BodyTemplate, StaysJsonWhateverAVisitorWrites) {
  const std::string hostile = "\"},\"admin\":true,{\"x\":\"\\\n\t{{code}}\x7F\xE2\x80\xA8 인쇄 \U0001F937";
  const auto json = nlohmann::json::parse(filled_with(R"({"request":{"comment":{"body":"{{message}}"}}})",
                                                      {{"message", hostile}, {"code", "c"}}));
  EXPECT_EQ(json, (nlohmann::json{{"request", {{"comment", {{"body", hostile}}}}}}));
}

TEST(BodyTemplate, SaysWhatIsWrongAndWhere) {
  EXPECT_THAT(fault_of_template("{\n  \"a\": \"{{name}\",\n}"),
              HasSubstr("dir/a.json:3: error: this is no JSON"));
  EXPECT_EQ(fault_of_template("{\n  \"a\": \"{{name}\"\n}"),
            "dir/a.json:2: error: a place that begins with {{ is not closed by }}");
  EXPECT_EQ(fault_of_template("{\n\n \"a\": [\"{{name|phone}}\"]}"),
            "dir/a.json:3: error: there is nothing called 'phone' to put into {{...}}");
  EXPECT_THAT(fault_of_template(R"({"a":"{{}}"})"), HasSubstr("nothing called ''"));
  EXPECT_EQ(fault_of_template(R"({"a":"{{name|'phone'}}"})"), "");
}

}  // namespace
}  // namespace signpost
