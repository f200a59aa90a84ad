// language_means.h - what the vectors of a language have in common. Those of many models all lie in one
// corner, each language in a part of its own: what is taken off before vectors are compared. Tested by
// tests/unit/index/language_means_test.cc.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "index/quantized_vector.h"

namespace signpost {

// By language; "" for all of them together, which is always there.
using LanguageMeans = std::map<std::string, std::vector<float>, std::less<>>;

// That of the language, else that of all.
const std::vector<float>& mean_for(const LanguageMeans& means, std::string_view lang);

class LanguageMeansBuilder {
 public:
  // REQUIRES: all vectors are of one dimension.
  void add(const QuantizedVector& vector, std::string_view lang);
  // Languages with too few vectors have no mean of their own. REQUIRES: there was a vector.
  LanguageMeans get() const;

 private:
  struct Sum {
    std::vector<double> components;
    double count = 0;
  };
  static void add_to(Sum& sum, const QuantizedVector& vector);

  std::map<std::string, Sum, std::less<>> sums_;
};

}  // namespace signpost
