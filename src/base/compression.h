// compression.h - one zstd frame in, one out. Tested by tests/unit/index/encode_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

std::string zstd_compress(std::string_view bytes, int level);
// Throws Error{corrupt} for bytes that are no frame, and for a frame of more than `most` bytes, before memory
// is taken for them.
std::string zstd_decompress(std::string_view frame, size_t most);
// The same in place of what `out` had.
void zstd_decompress(std::string_view frame, size_t most, std::string& out);

}  // namespace signpost
