// letter_variants_test.cc - ways to write the same word.
#include "index/letter_variants.h"

#include <gtest/gtest.h>

#include "index/unicode_fold.h"

namespace signpost {
namespace {

struct VariantCase {
  const char* in;
  const char* want;
};

TEST(LetterVariants, WhatMayBeLeftOutGoes) {
  const VariantCase cases[] = {
      {"كِتَابٌ", "كتاب"},                               // short vowels
      {"كـــتاب", "كتاب"},                            // tatweel
      {"ﻻ", "لا"},                                    // a presentation form
      {"שָׁלוֹם", "שלום"},    {"за\u0301мок", "замок"},  // where the stress is
      {"й", "й"},          {"İzmir", "izmir"},       {"٢٠١٦", "2016"}, {"۲۰۱۶", "2016"},
      {"२०१६", "2016"},    {"๒๐๑๖", "2016"},         {"é", "é"},       {"", ""},
  };
  for (const VariantCase& c : cases) EXPECT_EQ(fold_case(c.in), c.want) << c.in;
}

TEST(LetterVariants, WhatStandsForEachOtherBecomesOne) {
  const VariantCase cases[] = {
      {"أحمد", "احمد"}, {"إلى", "الي"},   {"آخر", "اخر"},     {"مدرسة", "مدرسه"},
      {"کتاب", "كتاب"}, {"یک", "يك"},     {"हिन्दी", "हिंदि"},  {"अँधेरा", "अंधेरा"},
      {"क़लम", "कलम"},   {"সাড়ে", "সাডে"}, {"πατήρ", "πατηρ"}, {"hasło", "haslo"},
  };
  for (const VariantCase& c : cases) EXPECT_EQ(plain_letters(fold_case(c.in)), c.want) << c.in;
}

}  // namespace
}  // namespace signpost
