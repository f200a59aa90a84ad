// language_means.cc - see language_means.h.
#include "index/language_means.h"

namespace signpost {
namespace {

constexpr double kEnoughForMean = 50;  // vectors of a language, for a mean of its own

}  // namespace

const std::vector<float>& mean_for(const LanguageMeans& means, std::string_view lang) {
  const auto own = means.find(lang);
  return own == means.end() ? means.find("")->second : own->second;
}

void LanguageMeansBuilder::add(const QuantizedVector& vector, std::string_view lang) {
  add_to(sums_[""], vector);
  if (!lang.empty()) add_to(sums_[std::string(lang)], vector);
}

void LanguageMeansBuilder::add_to(Sum& sum, const QuantizedVector& vector) {
  sum.components.resize(vector.values.size());
  for (size_t i = 0; i < vector.values.size(); ++i)
    sum.components[i] += double{vector.scale} * vector.values[i];
  ++sum.count;
}

LanguageMeans LanguageMeansBuilder::get() const {
  LanguageMeans out;
  for (const auto& [lang, sum] : sums_) {
    if (!lang.empty() && sum.count < kEnoughForMean) continue;
    std::vector<float>& mean = out[lang];
    for (const double component : sum.components) mean.push_back(static_cast<float>(component / sum.count));
  }
  return out;
}

}  // namespace signpost
