// stemmer.h - Snowball stemming with a memory, because most words come again.
// Tested by tests/unit/index/analyzer_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace signpost {

class Stemmer {
 public:
  explicit Stemmer(std::string_view lang);
  ~Stemmer();

  // The stem of a folded word without accents. The view is valid until the next call.
  std::string_view stem(std::string_view word);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost
