#!/bin/bash
# One Ceph radosgw (S3) in memory, unprivileged, for tests. Debian packages: ceph-mon ceph-osd radosgw.
# usage: radosgw-up.sh <empty folder> <S3 port> <monitor port>      stop: kill $(cat <folder>/*.pid)
set -euo pipefail
folder=$1 port=$2 monitor=$3
export CEPH_CONF=$folder/ceph.conf
mkdir -p "$folder"/{mon,osd,rgw,run,log}
cluster=$(cat /proc/sys/kernel/random/uuid)
ring=$folder/keyring

cat > "$CEPH_CONF" <<CONF
[global]
fsid = $cluster
mon host = [v2:127.0.0.1:$monitor]
mon initial members = a
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv4 = true
ms bind ipv6 = false
run dir = $folder/run
admin socket = $folder/run/\$cluster-\$name.\$pid.asok
log file = $folder/log/\$name.log
mon data = $folder/mon
osd data = $folder/osd
osd objectstore = memstore
memstore device bytes = 1073741824
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 2000
osd crush chooseleaf type = 0
mon data avail crit = 1
osd class load list = *
osd class default list = *
keyring = $ring
[mon]
keyring = $folder/mon/keyring
[client.admin]
rgw data = $folder/rgw
CONF

ceph-authtool --create-keyring "$ring" --gen-key -n mon. --cap mon 'allow *' > /dev/null
ceph-authtool "$ring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *' > /dev/null
ceph-authtool "$ring" --gen-key -n osd.0 --cap mon 'allow profile osd' --cap osd 'allow *' > /dev/null
monmaptool --create --addv a "[v2:127.0.0.1:$monitor]" --fsid "$cluster" "$folder/monmap" > /dev/null
ceph-mon --mkfs -i a --monmap "$folder/monmap" --keyring "$ring"
ceph-mon -i a -f > "$folder/log/mon.out" 2>&1 &
echo $! > "$folder/mon.pid"

disk=$(cat /proc/sys/kernel/random/uuid)
timeout 60 ceph osd new "$disk" > /dev/null
timeout 30 ceph auth add osd.0 -i "$ring" > /dev/null 2>&1 || true
timeout 60 ceph-osd -i 0 --mkfs --osd-uuid "$disk" > "$folder/log/mkfs.out" 2>&1
ceph-osd -i 0 -f > "$folder/log/osd.out" 2>&1 &
echo $! > "$folder/osd.pid"
for _ in $(seq 60); do
  timeout 10 ceph osd stat 2> /dev/null | grep -q '1 up' && break
  sleep 0.5
done

timeout 100 radosgw-admin user create --uid=app --display-name=app --access-key=local --secret-key=local \
  > "$folder/log/user.out" 2>&1
radosgw -n client.admin -f --rgw-frontends "beast endpoint=127.0.0.1:$port" --rgw-thread-pool-size 32 \
  --rgw-dns-name localhost > "$folder/log/rgw.out" 2>&1 &
echo $! > "$folder/rgw.pid"
for _ in $(seq 120); do
  (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null && exit 0
  sleep 0.5
done
echo 'radosgw did not start' >&2
exit 1
