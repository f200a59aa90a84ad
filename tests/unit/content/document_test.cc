#include "content/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Document, NamesItsKind) {
  EXPECT_EQ(to_string(Kind::help), "help");
  EXPECT_EQ(to_string(Kind::community), "community");
  EXPECT_EQ(to_string(static_cast<Kind>(9)), "");
}

TEST(Document, HasValuesOfEveryField) {
  Document document;
  document.lang = "ko";
  document.fields[Field::tag] = {"a", "b"};
  document.fields.set(Field::level, "basic");
  document.fields.set(Field::product, "");
  EXPECT_THAT(values_of(document, Field::kind), ElementsAre("help"));
  EXPECT_THAT(values_of(document, Field::language), ElementsAre("ko"));
  EXPECT_THAT(values_of(document, Field::tag), ElementsAre("a", "b"));
  EXPECT_THAT(values_of(document, Field::level), ElementsAre("basic"));
  EXPECT_THAT(values_of(document, Field::product), IsEmpty());
  EXPECT_EQ(document.fields.one(Field::product), "");
}

}  // namespace
}  // namespace signpost
