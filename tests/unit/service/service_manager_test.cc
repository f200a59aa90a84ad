// service_manager_test.cc - the datagrams that systemd would get.
#include "service/service_manager.h"

#include <gmock/gmock.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cstring>
#include <string>

#include "net/socket.h"
#include "test_site.h"

namespace signpost {
namespace {

// A socket in the place of systemd's, by its path or, with '@' in front, by its abstract name.
class Manager {
 public:
  explicit Manager(const std::string& name) : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.data(), name.size());
    if (name[0] == '@') address.sun_path[0] = '\0';
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    EXPECT_EQ(bind(socket_.get(), reinterpret_cast<sockaddr*>(&address), size), 0) << std::strerror(errno);
    setenv("NOTIFY_SOCKET", name.c_str(), 1);
  }
  ~Manager() { unsetenv("NOTIFY_SOCKET"); }

  std::string receive() {
    char text[256];
    const ssize_t size = recv(socket_.get(), text, sizeof text, MSG_DONTWAIT);
    return size < 0 ? "nothing" : std::string(text, static_cast<size_t>(size));
  }

 private:
  Descriptor socket_;
};

TEST(ServiceManager, IsTold) {
  const testing::TemporaryDirectory dir;
  for (const std::string& name : {dir.path() + "/notify", "@" + dir.path()}) {
    Manager manager(name);
    notify_service_manager("READY=1");
    EXPECT_EQ(manager.receive(), "READY=1") << name;
    notify_reloading();
    EXPECT_THAT(manager.receive(), ::testing::MatchesRegex("RELOADING=1\nMONOTONIC_USEC=[0-9]+"));
    EXPECT_EQ(manager.receive(), "nothing");
  }
}

TEST(ServiceManager, IsNotMissed) {
  unsetenv("NOTIFY_SOCKET");
  notify_service_manager("READY=1");
  for (const char* name : {"", "relative", "/no/such/socket"}) {
    setenv("NOTIFY_SOCKET", name, 1);
    notify_service_manager("READY=1");
  }
  unsetenv("NOTIFY_SOCKET");
}

}  // namespace
}  // namespace signpost
