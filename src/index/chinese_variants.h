// chinese_variants.h - a Chinese character in its simplified and its traditional forms.
// Tested by tests/unit/index/chinese_variants_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// The other ways to write one or two Han characters, each simplified or traditional: 设置 gives 設置 (and the
// mixtures, which nobody writes and no index has); 发 gives 發 and 髮. By ICU's tables. Empty where there is
// one way, and for what is not Han.
std::vector<std::string> chinese_variants(std::string_view characters);

}  // namespace signpost
