# guard.sh SIGNAL SECONDS COMMAND...
# Runs a command until standard input ends, and then stops it: by the signal, and after so many seconds by force. Whoever holds the other end
# of standard input may let go of it or be killed; either way nothing is left behind. Ctrl-C in the terminal passes the command by.
trap '' INT HUP
signal=$1
patience=$2
shift 2
exec 3<&0
"$@" </dev/null 3<&- &
command=$!
echo "guarded $command"
(
    read -r _ <&3
    kill "-$signal" $command
    waited=0
    while [ $waited -lt "$patience" ] && kill -0 $command; do
        sleep 1
        waited=$((waited + 1))
    done
    kill -KILL $command
) >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait $command
code=$?
kill $watch 2>/dev/null
exit $code
