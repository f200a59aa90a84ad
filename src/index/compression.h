// compression.h - one zstd frame in, one out. Throws Error{corrupt} for bytes that are none.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

std::string zstd_compress(std::string_view bytes, int level);
std::string zstd_decompress(std::string_view frame);

}  // namespace signpost
