// palette_png.cc - see palette_png.h.
#include "indexer/palette_png.h"

#include <zlib.h>

#include <cstring>
#include <string_view>

#include "base/error.h"

namespace signpost {
namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
constexpr int kBitsOfPixel = 2;
constexpr int kColorByPalette = 3;
constexpr int kLevel = 3;  // higher ones take twice as long for a twentieth

void put_u32(std::string& out, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

void put_chunk(std::string& out, std::string_view type, std::string_view data) {
  put_u32(out, static_cast<uint32_t>(data.size()));
  const size_t summed = out.size();
  out.append(type).append(data);
  const auto* const bytes = reinterpret_cast<const Bytef*>(out.data() + summed);
  put_u32(out, static_cast<uint32_t>(::crc32(0, bytes, static_cast<uInt>(out.size() - summed))));
}

// The nearest of four.
constexpr uint8_t index_of(uint8_t coverage) { return static_cast<uint8_t>((coverage * 3 + 127) / 255); }

// Where the picture has a row of nothing, most of all it has.
bool is_empty(const uint8_t* row, size_t width) {
  return row[0] == 0 && std::memcmp(row, row + 1, width - 1) == 0;
}

// Rows of four pixels a byte, each behind a byte that says that it is as it is.
std::string packed(const Coverage& picture) {
  const size_t row_bytes = picture.width / 4;
  std::string rows((row_bytes + 1) * picture.height, '\0');
  std::array<uint8_t, 256> indexes{};
  for (size_t i = 0; i < indexes.size(); ++i) indexes[i] = index_of(static_cast<uint8_t>(i));
  for (size_t y = 0; y < picture.height; ++y) {
    const uint8_t* pixel = picture.bytes + y * picture.stride;
    if (is_empty(pixel, picture.width)) continue;
    char* out = rows.data() + y * (row_bytes + 1) + 1;
    for (size_t x = 0; x < row_bytes; ++x, pixel += 4) {
      *out++ = static_cast<char>(indexes[pixel[0]] << 6 | indexes[pixel[1]] << 4 | indexes[pixel[2]] << 2 |
                                 indexes[pixel[3]]);
    }
  }
  return rows;
}

std::string deflated(const std::string& bytes) {
  uLongf size = ::compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  const int code =
      ::compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                  static_cast<uLong>(bytes.size()), kLevel);
  if (code != Z_OK) throw Error(ErrorKind::internal, "a picture cannot be compressed");
  out.resize(size);
  return out;
}

}  // namespace

std::string encode_png(const Coverage& picture, const std::array<Rgb, 4>& palette) {
  std::string head;
  put_u32(head, picture.width);
  put_u32(head, picture.height);
  head += {kBitsOfPixel, kColorByPalette, 0, 0, 0};
  std::string colors;
  for (const Rgb& color : palette) colors.append(color.begin(), color.end());
  std::string png(kSignature);
  put_chunk(png, "IHDR", head);
  put_chunk(png, "PLTE", colors);
  put_chunk(png, "IDAT", deflated(packed(picture)));
  put_chunk(png, "IEND", "");
  return png;
}

}  // namespace signpost
