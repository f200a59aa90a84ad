// content_coding.cc - the only file that includes zlib.h and brotli.
#include "net/content_coding.h"

#include <brotli/encode.h>
#include <zlib.h>

#include "base/error.h"

namespace signpost {
namespace {

constexpr size_t kSmallestBody = 500;
constexpr int kQuickGzip = 4;
constexpr int kQuickBrotli = 4;  // level 5 starts searching for context and takes twice as long

std::string gzip(std::string_view body, int level) {
  z_stream stream{};
  constexpr int kGzipWindow = 15 + 16;  // 16 asks for the gzip header
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw Error(ErrorKind::internal, "zlib can't start");
  }
  std::string compressed(deflateBound(&stream, body.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  const int result = deflate(&stream, Z_FINISH);
  const size_t size = stream.total_out;
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw Error(ErrorKind::internal, "zlib can't compress");
  compressed.resize(size);
  return compressed;
}

std::string brotli(std::string_view body, int quality) {
  size_t size = BrotliEncoderMaxCompressedSize(body.size());
  std::string compressed(size, '\0');
  if (!BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, body.size(),
                             reinterpret_cast<const uint8_t*>(body.data()), &size,
                             reinterpret_cast<uint8_t*>(compressed.data()))) {
    throw Error(ErrorKind::internal, "brotli can't compress");
  }
  compressed.resize(size);
  return compressed;
}

}  // namespace

std::string compress(std::string_view body, Encoding encoding, Effort effort) {
  switch (encoding) {
    case Encoding::gzip:
      return gzip(body, effort == Effort::best ? Z_BEST_COMPRESSION : kQuickGzip);
    case Encoding::brotli:
      return brotli(body, effort == Effort::best ? BROTLI_MAX_QUALITY : kQuickBrotli);
    case Encoding::identity:
      break;
  }
  return std::string(body);
}

bool is_worth_compressing(std::string_view content_type, size_t size) {
  if (size < kSmallestBody) return false;
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") ||
         type == "text/javascript" || type == "application/javascript";
}

std::string_view content_coding(Encoding encoding) {
  switch (encoding) {
    case Encoding::gzip:
      return "gzip";
    case Encoding::brotli:
      return "br";
    case Encoding::identity:
      break;
  }
  return "";
}

void compress_body(Encoding encoding, Response& response) {
  if (encoding == Encoding::identity || has_header(response, "Content-Encoding")) return;
  if (!is_worth_compressing(response.content_type, response.body.size())) return;
  response.body = compress(response.body, encoding, Effort::quick);
  response.headers.emplace_back("Content-Encoding", content_coding(encoding));
}

}  // namespace signpost
