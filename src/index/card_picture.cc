// card_picture.cc - packed: the two colours, and one Zstandard frame of all rows, four pixels a byte.
#include "index/card_picture.h"

#include <zlib.h>

#include <cstring>

#include "base/compression.h"
#include "base/error.h"

namespace signpost {
namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
constexpr int kBitsOfPixel = 2;
constexpr int kColorByPalette = 3;
constexpr size_t kShades = 4;
constexpr size_t kRowBytes = kCardWidth * kBitsOfPixel / 8;
constexpr size_t kPackedBytes = kRowBytes * kCardHeight;
constexpr size_t kColorBytes = 2 * sizeof(Rgb);
constexpr int kZstdLevel = 1;     // higher ones find less in so few colours
constexpr int kDeflateLevel = 6;  // a millisecond; the highest one takes five for a twentieth

void put_big_endian(std::string& out, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

void put_chunk(std::string& out, std::string_view type, std::string_view data) {
  put_big_endian(out, static_cast<uint32_t>(data.size()));
  const size_t summed = out.size();
  out.append(type).append(data);
  const auto* const bytes = reinterpret_cast<const Bytef*>(out.data() + summed);
  put_big_endian(out, static_cast<uint32_t>(::crc32(0, bytes, static_cast<uInt>(out.size() - summed))));
}

std::string deflated(const std::string& bytes) {
  uLongf size = ::compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  const int code =
      ::compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                  static_cast<uLong>(bytes.size()), kDeflateLevel);
  if (code != Z_OK) throw Error(ErrorKind::internal, "a picture cannot be compressed");
  out.resize(size);
  return out;
}

std::string packed_rows(const CardCoverage& picture) {
  std::array<uint8_t, 256> nearest{};
  for (size_t i = 0; i < nearest.size(); ++i)
    nearest[i] = static_cast<uint8_t>((i * (kShades - 1) + 127) / 255);
  std::string rows(kPackedBytes, '\0');
  for (size_t y = 0; y < kCardHeight; ++y) {
    const uint8_t* pixel = picture.bytes + y * picture.stride;
    char* const row = rows.data() + y * kRowBytes;
    for (size_t x = 0; x < kRowBytes; ++x, pixel += 4) {
      // Most of a card.
      if (uint32_t four; std::memcpy(&four, pixel, sizeof four), four == 0) continue;
      row[x] = static_cast<char>(nearest[pixel[0]] << 6 | nearest[pixel[1]] << 4 | nearest[pixel[2]] << 2 |
                                 nearest[pixel[3]]);
    }
  }
  return rows;
}

std::string unpacked_rows(std::string_view packed) {
  if (packed.size() < kColorBytes) throw Error(ErrorKind::corrupt, "a card has no colours");
  std::string rows = zstd_decompress(packed.substr(kColorBytes), kPackedBytes);
  if (rows.size() != kPackedBytes) throw Error(ErrorKind::corrupt, "a card lacks rows");
  return rows;
}

std::string palette(std::string_view colors) {
  std::string all;
  for (size_t shade = 0; shade < kShades; ++shade) {
    for (size_t part = 0; part < sizeof(Rgb); ++part) {
      const size_t ground = static_cast<uint8_t>(colors[part]);
      const size_t letters = static_cast<uint8_t>(colors[sizeof(Rgb) + part]);
      all += static_cast<char>((ground * (kShades - 1 - shade) + letters * shade + 1) / (kShades - 1));
    }
  }
  return all;
}

}  // namespace

std::string pack_card(const CardCoverage& picture, const Rgb& ground, const Rgb& letters) {
  std::string packed(ground.begin(), ground.end());
  packed.append(letters.begin(), letters.end());
  return packed + zstd_compress(packed_rows(picture), kZstdLevel);
}

std::string card_png(std::string_view packed) {
  const std::string rows = unpacked_rows(packed);
  std::string filtered;
  filtered.reserve(kPackedBytes + kCardHeight);
  for (size_t y = 0; y < kCardHeight; ++y) {
    filtered += '\0';  // a row as it is
    filtered.append(rows, y * kRowBytes, kRowBytes);
  }
  std::string head;
  put_big_endian(head, kCardWidth);
  put_big_endian(head, kCardHeight);
  head += {kBitsOfPixel, kColorByPalette, 0, 0, 0};
  std::string png(kSignature);
  put_chunk(png, "IHDR", head);
  put_chunk(png, "PLTE", palette(packed));
  put_chunk(png, "IDAT", deflated(filtered));
  put_chunk(png, "IEND", "");
  return png;
}

void check_card(std::string_view packed) { unpacked_rows(packed); }

}  // namespace signpost
